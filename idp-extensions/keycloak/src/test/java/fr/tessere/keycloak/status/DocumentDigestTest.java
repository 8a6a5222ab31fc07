package fr.tessere.keycloak.status;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.identity.DocumentKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A document is known by a digest that nobody computes without the installation's secret")
class DocumentDigestTest {
    private static final DocumentKey CARD = new DocumentKey("FRA", "ID", "SPC1FRA01");
    private static final Secret SECRET = secret(1);

    @Test
    void theSameDocumentHasTheSameDigest() {
        String digest = DocumentDigest.ofAccounts(SECRET).text(CARD);

        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(DocumentDigest.ofAccounts(secret(1)).text(new DocumentKey("FRA", "ID", "SPC1FRA01")))
                .isEqualTo(digest);
    }

    @Test
    void anotherSecretMakesAnotherDigest() {
        assertThat(DocumentDigest.ofAccounts(secret(2)).text(CARD))
                .isNotEqualTo(DocumentDigest.ofAccounts(SECRET).text(CARD));
        assertThat(DocumentDigest.ofTable(secret(2)).text(CARD))
                .isNotEqualTo(DocumentDigest.ofTable(SECRET).text(CARD));
    }

    @Test
    void accountsAndReportsCannotBeCompared() {
        assertThat(DocumentDigest.ofTable(SECRET).text(CARD))
                .isNotEqualTo(DocumentDigest.ofAccounts(SECRET).text(CARD));
    }

    @Test
    void eachPartOfTheKeyCountsWhereverItEnds() {
        List<DocumentKey> keys = List.of(
                CARD,
                new DocumentKey("UTO", "ID", "SPC1FRA01"),
                new DocumentKey("FRA", "P", "SPC1FRA01"),
                new DocumentKey("FRA", "ID", "SPC1FRA02"),
                new DocumentKey("FRA", "IDS", "PC1FRA01"),
                new DocumentKey("FRAI", "D", "SPC1FRA01"));
        Stream<String> digests = keys.stream().map(DocumentDigest.ofAccounts(SECRET)::text);

        assertThat(digests).doesNotHaveDuplicates();
    }

    private static Secret secret(int first) {
        byte[] random = new byte[Secret.LENGTH];
        random[0] = (byte) first;
        return new Secret(Bytes.of(random));
    }
}
