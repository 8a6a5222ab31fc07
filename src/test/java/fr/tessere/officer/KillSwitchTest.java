package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.Selector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("An officer switches off what is not to be trusted, and lifts it again")
class KillSwitchTest {
    private static final String CARD = "french-identity-card";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "signer, certificate, signer-switched-off",
        "country-signer, key, country-signer-switched-off",
        "country, FRA, country-switched-off",
        "country, FR, country-switched-off",
        "document-type, ID, document-type-switched-off",
        "algorithm, SHA256withECDSA, algorithm-switched-off",
    })
    void setAndLifted(String kind, String value, String code, KeycloakServer server) throws Exception {
        Officers officers = server.officers();
        String named = switch (value) {
            case "certificate" -> sha256(signer().getEncoded());
            case "key" -> issuerKey(signer());
            default -> value;
        };
        Map<String, String> form = Map.of("kind", kind, "value", named, "reason", "keys of this kind were found");
        Reader.awaitAccepted(server, CARD);
        try {
            officers.agree("switches/set", form);
            assertThat(officers.second().open("switches").body()).contains(kind + " " + named.toLowerCase());
            Reader.awaitRefused(server, CARD, RefusalCode.ofWord(code).orElseThrow());
        } finally {
            officers.agree("switches/lift", form);
        }
        Reader.awaitAccepted(server, CARD);
        assertThat(lastJournalLine(server, "OFFICER_SWITCH"))
                .contains(kind + " " + named.toLowerCase(), "switched-off", "accepted", "keys of this kind were found")
                .doesNotContain("127.0.0.1");
        assertThat(server.staff("auditor").open("switches").body())
                .as("history")
                .contains("keys of this kind were found");
    }

    @Test
    void aSwitchSetBetweenReadingAndSignInCountsToo(KeycloakServer server) throws Exception {
        Officers officers = server.officers();
        Map<String, String> form = Map.of("kind", "document-type", "value", "FRA:ID", "reason", "set in the middle");
        Visitor visitor = Visitor.arriveAt(server);
        String back = fr.tessere.server.Played.honestly(visitor.readingHere(), Specimens.load(CARD))
                .last()
                .json()
                .path("returnAddress")
                .asText();
        try {
            officers.agree("switches/set", form);
            Reader.awaitRefused(server, CARD, RefusalCode.DOCUMENT_TYPE_SWITCHED_OFF);
            visitor.returnTo(back);
            assertThat(visitor.page().redirectParameters()).doesNotContainKey("code");
            assertThat(visitor.page().body()).contains("document-type-switched-off");
        } finally {
            officers.agree("switches/lift", form);
        }
        Reader.awaitAccepted(server, CARD);
    }

    @ParameterizedTest
    @CsvSource({
        "country, FRANCE, a good reason, 400",
        "signer, xyz, a good reason, 400",
        "nothing, FRA, a good reason, 400",
        "country, ZZZ, no, 400",
        "algorithm, '<script>', a good reason, 400",
    })
    void whatCannotBeASwitchIsRefused(String kind, String value, String reason, int status, KeycloakServer server) {
        assertThat(server.staff("officer")
                        .send("switches/set", Map.of("kind", kind, "value", value, "reason", reason))
                        .status())
                .isEqualTo(status);
    }

    private static String lastJournalLine(KeycloakServer server, String event) {
        return Arrays.stream(server.log().split("\n"))
                .filter(line -> line.contains(event))
                .reduce("", (earlier, later) -> later);
    }

    private static X509CertificateHolder signer() throws Exception {
        byte[] sod = Specimens.load(CARD).fileOf(FileId.SOD).toArray();
        // tag 77 and its length in front; the length is long
        int start = 2 + (sod[1] & 0x7F);
        CMSSignedData message = new CMSSignedData(Arrays.copyOfRange(sod, start, sod.length));
        Selector<X509CertificateHolder> all = null;
        return message.getCertificates().getMatches(all).iterator().next();
    }

    private static String issuerKey(X509CertificateHolder signer) {
        return HexFormat.of()
                .formatHex(AuthorityKeyIdentifier.getInstance(signer.getExtension(Extension.authorityKeyIdentifier)
                                .getParsedValue())
                        .getKeyIdentifierOctets());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
