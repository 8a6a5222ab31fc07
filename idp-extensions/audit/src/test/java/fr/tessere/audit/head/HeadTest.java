package fr.tessere.audit.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import fr.tessere.audit.store.Logs;
import fr.tessere.audit.tree.TreeHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 7515: signed heads")
class HeadTest {
    private final HeadSigner signer = Logs.signer();
    private final HeadReader reader = Logs.reader(signer);
    private final Head head = new Head("realm-1", 7, TreeHash.EMPTY, Logs.AT);
    private final String jws = signer.sign(head).jws();

    @Test
    void whatWasSignedIsReadBack() throws InvalidHeadException {
        assertThat(reader.read(jws).head()).isEqualTo(head);
    }

    @Test
    void nimbusVerifiesIt() throws Exception {
        JWSObject object = JWSObject.parse(jws);
        String jwk =
                signer.key().jwk().replace("{", "{\"kid\":\"" + signer.key().id() + "\",");

        assertThat(object.verify(new ECDSAVerifier(ECKey.parse(jwk)))).isTrue();
        assertThat(ECKey.parse(jwk).computeThumbprint().toString())
                .isEqualTo(object.getHeader().getKeyID());
        assertThat(object.getPayload().toString()).isEqualTo(head.text());
    }

    @Test
    void thePayloadIsACheckpoint() {
        String payload = new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), StandardCharsets.US_ASCII);

        assertThat(payload)
                .isEqualTo(
                        "tessere-log/realm-1\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nat 2026-11-26T01:00:00Z\n");
    }

    @Test
    void anotherKeyIsNotTrusted() {
        assertThat(causeOf(Logs.signer().sign(head).jws())).isEqualTo("other-key");
    }

    @Test
    void aTrustedNameUnderAnotherSignatureIsForged() {
        String[] parts = jws.split("\\.");
        String other = Logs.signer().sign(head).jws().split("\\.")[2];

        assertThat(causeOf(parts[0] + "." + parts[1] + "." + other)).isEqualTo("head-forged");
        assertThat(causeOf(parts[0] + "." + parts[1] + ".")).isEqualTo("head-forged");
    }

    @Test
    void anAlgorithmOfNoneIsNoHeadOfOurs() {
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));

        assertThat(causeOf(none + "." + jws.split("\\.")[1] + ".")).isEqualTo("other-key");
    }

    @Test
    void whatIsNoHeadIsMalformed() {
        for (String text : List.of("", "a.b", "a.b.c.d", "!.!.!", "x".repeat(2_000), jws.replaceFirst("\\.", ".A"))) {
            assertThat(causeOf(text)).as(text).isEqualTo("head-malformed");
        }
    }

    @Test
    void aKeyIsNamedByItsThumbprintAndPassesThroughPem() {
        LogKey again = LogKey.ofPem(signer.key().toPem());

        assertThat(again.id()).isEqualTo(signer.key().id()).hasSize(43);
        assertThat(again.jwk()).contains("\"crv\":\"P-256\"");
    }

    @Test
    void otherCurvesAreRefused() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        ECPublicKey other = (ECPublicKey) generator.generateKeyPair().getPublic();

        assertThatThrownBy(() -> new LogKey(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogKey.ofPem("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    private String causeOf(String text) {
        try {
            reader.read(text);
            return "read";
        } catch (InvalidHeadException wrong) {
            return wrong.reason().word();
        }
    }
}
