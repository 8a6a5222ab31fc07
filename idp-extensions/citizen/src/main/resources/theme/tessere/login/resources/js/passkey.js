// Asks the browser for a passkey, new or known, and sends what it answers. The form holds what the server wants.
const form = document.getElementById("passkey");
const button = document.getElementById("use-passkey");

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function put(name, value) {
  form.elements.namedItem(name).value = value;
}

async function create() {
  const wants = form.dataset;
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(wants.challenge),
      rp: { id: wants.rp, name: wants.name },
      user: { id: bytes(wants.user), name: wants.name, displayName: wants.name },
      pubKeyCredParams: wants.algorithms.split(" ").map((alg) => ({ type: "public-key", alg: Number(alg) })),
      excludeCredentials: wants.known ? wants.known.split(",").map((id) => ({ type: "public-key", id: bytes(id) })) : [],
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
    },
  });
  put("clientDataJSON", text(made.response.clientDataJSON));
  put("attestationObject", text(made.response.attestationObject));
  put("publicKeyCredentialId", text(made.rawId));
  put("transports", (made.response.getTransports?.() ?? []).join());
}

async function get() {
  const wants = form.dataset;
  const known = await navigator.credentials.get({
    publicKey: { challenge: bytes(wants.challenge), rpId: wants.rp, userVerification: "required" },
  });
  put("clientDataJSON", text(known.response.clientDataJSON));
  put("authenticatorData", text(known.response.authenticatorData));
  put("signature", text(known.response.signature));
  put("credentialId", known.id);
  put("userHandle", text(known.response.userHandle));
}

button.addEventListener("click", async () => {
  button.disabled = true;
  try {
    await (form.dataset.user ? create() : get());
  } catch (refused) {
    put("error", refused.name);
  }
  form.submit();
});
button.hidden = false;
