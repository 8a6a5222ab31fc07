// Asks how far the reading is and goes on by itself. Without it the page works by its button.
const state = document.getElementById("state");
const form = document.getElementById("continue");
const every = 1500;

function goOn() {
  const step = document.createElement("input");
  step.type = "hidden";
  step.name = "step";
  step.value = "continue";
  form.append(step);
  form.submit();
}

async function ask() {
  let word = "";
  try {
    const answer = await fetch(state.dataset.status, { credentials: "same-origin", cache: "no-store" });
    word = answer.ok ? (await answer.json()).state : "";
  } catch {
    // no connection for now: ask again
  }
  if (word && word !== state.dataset.state) {
    state.dataset.state = word;
    state.textContent = state.dataset[word] ?? "";
  }
  if (word === "ready" || word === "refused" || word === "over") {
    goOn();
  } else if (word !== "none") {
    setTimeout(ask, every);
  }
}

setTimeout(ask, every);
