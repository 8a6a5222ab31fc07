package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.history.Acts;
import fr.tessere.history.PublicLog;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.Answer;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.Waiting;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.DocumentSigner;
import fr.tessere.specimen.authority.IssuingState;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("The trust folder of a running server: what an operator puts there counts, and officers see it")
class TrustTest {
    private static final String UTOPIAN = "identity-card-td2";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SpecimenAuthority authority = Specimens.authority();

    @AfterEach
    void asItWas(KeycloakServer server) throws IOException {
        Files.deleteIfExists(list(server));
        Files.deleteIfExists(stranger(server));
    }

    @Test
    void aRevokedSignerIsRefusedWithoutARestartAndABrokenListDoesNotFreeIt(KeycloakServer server) throws IOException {
        DocumentSigner signer = authority.signer("utopia");
        Reader.awaitAccepted(server, UTOPIAN);
        Folders.put(list(server), revocations().revoking(signer).write().toArray());
        await("refused", () -> isRevoked(server));

        Folders.put(list(server), revocations().write().slice(0, 90).toArray());
        await("the folder is broken", () -> trustPage(server).contains("role=\"alert\""));
        assertThat(trustPage(server)).contains("specimen/specimen-csca-uto.crl");
        assertThat(isRevoked(server)).isTrue();

        Folders.put(list(server), revocations().write().toArray());
        await("accepted", () -> Reader.read(server, UTOPIAN).status() == 200);
        assertThat(server.log()).contains("trust folder broken (malformed specimen/specimen-csca-uto.crl)");
        awaitEntry(server, "trust", "lists: ");
        awaitEntry(server, "trust-broken", "broken: - -> malformed specimen/specimen-csca-uto.crl");
        awaitEntry(server, "trust", "broken: malformed specimen/specimen-csca-uto.crl -> -");
    }

    @Test
    void officersSeeWhatCountsAndWhatDoesNot(KeycloakServer server) throws IOException {
        Folders.put(
                stranger(server),
                authority
                        .countrySignerOf(IssuingState.ofCountry("DE"))
                        .certificate()
                        .toArray());
        await("the file is named", () -> trustPage(server).contains("new-state.cer"));

        Page all = server.staff("auditor").open("trust");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body()).contains("trust?country=FR", "trust?country=UT", "compare the fingerprint");
        assertThat(all.find("id=\"trust-version\">([0-9a-f]{64})<")).isPresent();
        Page france = server.staff("auditor").open("trust?country=FR");
        assertThat(france.body()).contains("C=FR", "2045-12-31", "For specimens only", "SHA-256", "days ago");
        assertThat(server.staff("officer").open("trust?country=%3Cscript%3E").body())
                .contains("trust?country=FR")
                .doesNotContain("<script>");
        assertThat(server.staff("officer").open("trust?kc_locale=fr").body()).contains("Ancres de confiance");
    }

    @Test
    void twoOfficersTrustACertificateAndTakeItBack(KeycloakServer server) throws IOException {
        fr.tessere.protocol.bytes.Bytes certificate =
                authority.countrySignerOf(IssuingState.ofCountry("DE")).certificate();
        Folders.put(stranger(server), certificate.toArray());
        await("the file is named", () -> trustPage(server).contains("new-state.cer"));
        Officers officers = server.officers();
        Acts acts = Acts.fromNow(server);
        String fingerprint = fr.tessere.verification.evidence.DigestAlgorithm.SHA256
                .digest(certificate)
                .toHex();
        Map<String, String> form = Map.of("fingerprint", fingerprint, "reason", "compared by telephone");
        assertThat(officers.first()
                        .send(
                                "trust/confirm",
                                Map.of("fingerprint", "00".repeat(32), "reason", "compared by telephone"))
                        .status())
                .as("no such certificate")
                .isEqualTo(400);

        assertThat(officers.agree("trust/confirm", form).status()).isEqualTo(200);
        await("trusted", () -> isConfirmed(officers));
        assertThat(officers.agree("trust/withdraw", form).status()).isEqualTo(200);
        await("not trusted", () -> !isConfirmed(officers));
        acts.await("officer-trust", "before not-confirmed", "after confirmed", "person", "reason");
        acts.await("officer-trust", "before confirmed", "after not-confirmed", "person", "reason");
        assertThat(officers.first().send("trust/withdraw", form).status()).isEqualTo(400);
    }

    private static void awaitEntry(KeycloakServer server, String kind, String change) {
        await(
                "an entry " + kind,
                () -> PublicLog.entries(
                                server.staff("auditor").open("log/export").body())
                        .stream()
                        .filter(entry -> entry.kind().equals(kind)
                                && entry.value("after").isPresent())
                        .flatMap(entry -> entry.values("change").stream())
                        .anyMatch(line -> line.startsWith(change)));
    }

    private static Path list(KeycloakServer server) {
        return server.trustFolder().resolve("specimen/specimen-csca-uto.crl");
    }

    private static Path stranger(KeycloakServer server) {
        return server.trustFolder().resolve("new-state.cer");
    }

    private static boolean isConfirmed(Officers officers) {
        return officers.first().open("trust?country=DE").body().contains("Confirmed by the operator");
    }

    private static CrlWriter revocations() {
        return CrlWriter.of(
                Specimens.authority().countrySignerOf(IssuingState.UTOPIA), Period.ofDays("2026-01-01", "2045-12-31"));
    }

    private static boolean isRevoked(KeycloakServer server) {
        Answer last = Reader.read(server, UTOPIAN);
        return last.status() != 200 && last.code() == RefusalCode.SIGNER_REVOKED;
    }

    private static String trustPage(KeycloakServer server) {
        return server.staff("officer").open("trust").body();
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, SOON, condition::getAsBoolean);
    }
}
