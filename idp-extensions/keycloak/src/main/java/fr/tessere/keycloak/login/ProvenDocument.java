package fr.tessere.keycloak.login;

import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.evidence.Proof;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A document that was read and proven in this sign-in, before it is known whose account it opens. Never printed.
 *
 * @param citizen who it was issued to and what was proven
 * @param digest keyed digest of the document
 * @param person keyed digest of the person, a hint and no proof
 * @param signer country of the document signer, two letters
 * @param alone the level that it reaches by itself
 * @param reaches the level that it reaches together with a second factor
 */
public record ProvenDocument(
        SignedInCitizen citizen,
        String digest,
        String person,
        String signer,
        AssuranceLevel alone,
        AssuranceLevel reaches) {

    /** True if the chip proved that it is the original: whoever lays it down has it in hand, not a copy of its data. */
    public boolean original() {
        return !citizen.proof().equals(Proof.NONE.word());
    }

    /** One line for a note of the authentication session; the person's data in it is sealed. */
    String note(IdentityNote seal, SecureRandom random) {
        return String.join(
                " ",
                digest,
                person,
                signer.isEmpty() ? "-" : signer,
                alone.acr(),
                reaches.acr(),
                seal.seal(citizen, digest, random));
    }

    /** The document of such a line. */
    static Optional<ProvenDocument> ofNote(String note, IdentityNote seal) {
        String[] parts = note.split(" ", 6);
        return parts.length < 6
                ? Optional.empty()
                : seal.open(parts[5], parts[0])
                        .map(citizen -> new ProvenDocument(
                                citizen,
                                parts[0],
                                parts[1],
                                parts[2],
                                AssuranceLevel.ofAcr(parts[3]).orElse(AssuranceLevel.EIDAS1),
                                AssuranceLevel.ofAcr(parts[4]).orElse(AssuranceLevel.EIDAS1)));
    }

    @Override
    public String toString() {
        return "ProvenDocument[hidden]";
    }
}
