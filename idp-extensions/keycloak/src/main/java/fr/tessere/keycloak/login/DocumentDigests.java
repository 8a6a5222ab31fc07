package fr.tessere.keycloak.login;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.status.DocumentDigest;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.identity.CitizenIdentity;
import fr.tessere.verification.identity.DocumentKey;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Documents and persons as keyed digests, 64 hexadecimal digits each: what an account may remember of them. */
final class DocumentDigests {
    private final DocumentDigest documents;
    private final Bytes persons;

    DocumentDigests(Secret secret) {
        documents = DocumentDigest.ofAccounts(secret);
        persons = secret.key("tessere person digest");
    }

    /** HMAC-SHA-256 of the document. */
    String document(DocumentKey document) {
        return documents.text(document);
    }

    /**
     * HMAC-SHA-256 of names, date of birth and sex as the document writes them. Two people may share it: it is a hint that
     * somebody may be known already, and proves nothing.
     */
    String person(CitizenIdentity identity) {
        String text = String.join(
                "\n",
                identity.familyName(),
                identity.givenNames(),
                identity.birthDate().text(),
                identity.sex());
        return hex(Secret.digest(persons, Bytes.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String hex(Bytes digest) {
        return digest.toHex().toLowerCase(Locale.ROOT);
    }
}
