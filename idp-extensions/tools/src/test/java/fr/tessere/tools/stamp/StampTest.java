package fr.tessere.tools.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.tools.stamp.SpecimenAuthority.Mood;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("RFC 3161: a time stamp over a head")
class StampTest {
    private static final String HEAD = "header.payload.signature";

    @TempDir
    Path folder = Path.of(".");

    @Test
    void isTakenFromAnAuthorityWhoseIssuerIsTrusted() throws Exception {
        try (SpecimenAuthority authority = SpecimenAuthority.honest()) {
            Stamp stamp = client(authority, authority.issuerPem()).stamp(HEAD);
            assertThat(Duration.between(stamp.at(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
            assertThat(stamp.jws()).isEqualTo(HEAD);
        }
    }

    @Test
    void isTakenFromAnAuthorityThatIsTrustedItself() throws Exception {
        try (SpecimenAuthority authority = SpecimenAuthority.honest()) {
            assertThat(client(authority, authority.signerPem()).stamp(HEAD).line())
                    .startsWith("stamp " + HEAD + " ");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "OTHER_DIGEST, stamp-of-something-else",
        "OTHER_NONCE, stamp-of-something-else",
        "REFUSING, stamp-refused",
        "LATE, stamp-time",
        "GARBAGE, stamp-malformed",
        "HUGE, stamp-malformed",
        "PAGE, stamp-no-answer",
        "FORGED, stamp-forged",
    })
    void isRefusedWhenItProvesNothing(Mood mood, String word) throws Exception {
        try (SpecimenAuthority authority = SpecimenAuthority.honest().being(mood)) {
            assertThat(word(authority, authority.issuerPem())).isEqualTo(word);
        }
    }

    /** The same authority, the same way of making a token; the purpose of its certificate is all that differs. */
    @Test
    void isTakenFromACertificateForTimeStampsAlone() throws Exception {
        try (SpecimenAuthority authority = SpecimenAuthority.of(KeyPurposeId.id_kp_timeStamping)) {
            assertThat(word(authority, authority.issuerPem())).isEqualTo("taken");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherPurposes")
    void isRefusedFromACertificateOfAnotherPurpose(String name, KeyPurposeId[] purposes) throws Exception {
        try (SpecimenAuthority authority = SpecimenAuthority.of(purposes)) {
            assertThat(word(authority, authority.issuerPem())).as(name).isEqualTo("stamp-other-purpose");
            assertThat(word(authority, authority.signerPem()))
                    .as("even if it is trusted itself")
                    .isEqualTo("stamp-other-purpose");
        }
    }

    private static Stream<Arguments> otherPurposes() {
        return Stream.of(
                Arguments.of("signs programs", new KeyPurposeId[] {KeyPurposeId.id_kp_codeSigning}),
                Arguments.of("is a web server", new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth}),
                Arguments.of(
                        "stamps, and signs mail",
                        new KeyPurposeId[] {KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_emailProtection}),
                Arguments.of("says nothing of purposes", new KeyPurposeId[0]));
    }

    @Test
    void isRefusedFromAStranger() throws Exception {
        try (SpecimenAuthority authority = SpecimenAuthority.honest();
                SpecimenAuthority other = SpecimenAuthority.honest()) {
            assertThat(word(authority, other.issuerPem())).isEqualTo("stamp-untrusted");
        }
    }

    @Test
    void isRefusedFromACertificateThatIsOver() throws Exception {
        try (SpecimenAuthority authority = new SpecimenAuthority(
                List.of(KeyPurposeId.id_kp_timeStamping), Instant.now().minusSeconds(7_200), Duration.ofHours(1))) {
            assertThat(word(authority, authority.issuerPem())).isEqualTo("stamp-forged");
        }
    }

    @Test
    void nobodyAnswers() throws Exception {
        SpecimenAuthority authority = SpecimenAuthority.honest();
        authority.close();
        assertThat(word(authority, authority.issuerPem())).isEqualTo("stamp-no-answer");
    }

    @Test
    void isReadAgainFromItsFile() throws Exception {
        try (SpecimenAuthority authority = SpecimenAuthority.honest()) {
            Path file = folder.resolve("stamps");
            Stamp stamp = client(authority, authority.issuerPem()).stamp(HEAD);
            StampFile.append(file, "realm-1", stamp);
            StampFile.append(file, "realm-1", stamp);
            StampReader reader = StampReader.trusting(authority.issuerPem());
            assertThat(StampFile.read(file, reader)).extracting(Stamp::jws).isEqualTo(List.of(HEAD, HEAD));
            assertThat(catchThrowableOfType(InvalidStampException.class, () -> StampFile.append(file, "realm-2", stamp))
                            .reason()
                            .word())
                    .isEqualTo("stamp-of-something-else");
            Files.writeString(file, Files.readString(file).replace(HEAD, "header.other.signature"));
            assertThat(catchThrowableOfType(InvalidStampException.class, () -> StampFile.read(file, reader))
                            .reason()
                            .word())
                    .isEqualTo("stamp-of-something-else");
        }
    }

    private static String word(SpecimenAuthority authority, byte[] trusted) {
        InvalidStampException refused = catchThrowableOfType(
                InvalidStampException.class, () -> client(authority, trusted).stamp(HEAD));
        return refused == null ? "taken" : refused.reason().word();
    }

    private static StampAuthority client(SpecimenAuthority authority, byte[] trusted) {
        return new StampAuthority(
                authority.address(), StampReader.trusting(trusted), new SecureRandom(), Clock.systemUTC());
    }
}
