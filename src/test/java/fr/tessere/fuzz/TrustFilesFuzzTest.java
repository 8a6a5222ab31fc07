package fr.tessere.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.trust.MasterList;
import fr.tessere.verification.trust.RevocationList;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Files that somebody put into the trust folder")
class TrustFilesFuzzTest {
    private static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    static Path folder;

    @MethodSource
    @FuzzTest
    void certificate(byte[] der) {
        Bounds.hold(() -> SignedCertificate.parse(Bytes.of(der)));
    }

    static Stream<byte[]> certificate() {
        return Seeds.certificates();
    }

    @MethodSource
    @FuzzTest
    void masterList(byte[] der) {
        Bounds.hold(() -> MasterList.parse(Bytes.of(der)));
    }

    static Stream<byte[]> masterList() {
        return Seeds.masterLists();
    }

    @MethodSource
    @FuzzTest
    void revocationList(byte[] der) {
        Bounds.hold(() -> RevocationList.parse(Bytes.of(der), Seeds.anchors().all()));
    }

    static Stream<byte[]> revocationList() {
        CrlWriter list =
                CrlWriter.of(Specimens.authority().currentCountrySigner(), Period.ofDays("2026-01-01", "2045-12-31"));
        return Stream.of(
                        list.write(),
                        list.asDelta().write(),
                        list.withoutNextUpdate().write(),
                        list.revoking(Specimens.authority().signer("rsa")).write())
                .map(Bytes::toArray);
    }

    /** A directory file, and the operator's own list beside it. */
    @MethodSource
    @FuzzTest
    void directoryFile(byte[] content) throws IOException {
        Files.write(folder.resolve("directory.ldif"), content);
        Files.write(folder.resolve("confirmed"), content);
        Bounds.hold(TrustFilesFuzzTest::survey);
    }

    private static void survey() {
        try {
            TrustFolder.survey(folder, TODAY);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<byte[]> directoryFile() {
        String revoked = Bytes.of(revocationList().findFirst().orElseThrow()).toBase64();
        String signer = Specimens.authority().signer("rsa").certificate().toBase64();
        String place = ",c=FR,dc=data,dc=download,dc=pkd,dc=icao,dc=int\n";
        return Stream.of(
                        "version: 1\n\ndn: cn=1,o=crl" + place + "certificateRevocationList;binary:: " + revoked + "\n",
                        "dn: cn=1,o=dsc" + place + "userCertificate;binary:: "
                                + signer.replaceAll("(.{76})(?=.)", "$1\n ") + "\n\n# end\n",
                        "dn: c=FR\nchangetype: modify\n-\n",
                        "dn: c=FR\nphoto:< file:///dev/zero\n",
                        "# " + "00".repeat(32) + "\n" + "ab:".repeat(31) + "ab a note\n")
                .map(text -> text.getBytes(StandardCharsets.US_ASCII));
    }
}
