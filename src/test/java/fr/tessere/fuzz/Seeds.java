package fr.tessere.fuzz;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.Folders;
import fr.tessere.server.HostileInputs;
import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** Where the search begins: every specimen document, the documented messages, and reference data that lies beside. */
final class Seeds {
    /** A day on which specimens are valid. */
    static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");

    /** A SOD's outer tag 77 and a length of two bytes. */
    private static final int OUTER = 4;

    private static final List<String> REQUESTS = List.of("open", "chip", "proof", "trouble");
    private static final List<String> COMMANDS = List.of(
            "00A4040C07A0000002471001",
            "00A4020C02011C",
            "00B0000008",
            "00B09C0000",
            "00B100000354010000",
            "0022C1A40F800A04007F00070202040202830102",
            "10860000027C0000",
            "0084000008",
            "0CB0000D970101 8E08AABBCCDDEEFF0011 00".replace(" ", ""),
            "77218209D5",
            "7C228120000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F9000");

    private Seeds() {}

    static Stream<byte[]> files(FileId file) {
        Stream<byte[]> specimens = documents()
                .flatMap(document -> document.file(file).stream())
                .distinct()
                .map(Bytes::toArray);
        return Stream.of(specimens, reference(name -> fits(name, file)), hostile())
                .flatMap(all -> all);
    }

    static Stream<byte[]> signedContents() {
        return files(FileId.SOD).flatMap(sod -> {
            try {
                byte[] message = java.util.Arrays.copyOfRange(sod, OUTER, sod.length);
                return Stream.of(
                        (byte[]) new CMSSignedData(message).getSignedContent().getContent());
            } catch (CMSException | RuntimeException notOneOfThese) {
                return Stream.empty();
            }
        });
    }

    static Stream<byte[]> certificates() {
        Stream<byte[]> ours = Specimens.authority().countrySigners().values().stream()
                .map(signer -> signer.certificate().toArray());
        return Stream.concat(ours, reference(name -> name.endsWith(".cer")));
    }

    /** The real ones have hundreds of certificates, too long to be good seeds. */
    static Stream<byte[]> masterLists() {
        return files(FileId.SOD)
                .limit(4)
                .map(sod -> java.util.Arrays.copyOfRange(sod, Math.min(OUTER, sod.length), sod.length));
    }

    static Stream<byte[]> requests() {
        return messages(Seeds::isRequest);
    }

    static Stream<byte[]> replies() {
        return messages(name -> !isRequest(name));
    }

    private static boolean isRequest(String name) {
        return REQUESTS.stream().anyMatch(kind -> name.startsWith(kind + "."));
    }

    static Stream<byte[]> commands() {
        return COMMANDS.stream().map(hex -> Bytes.ofHex(hex).toArray());
    }

    /** Trusts the specimen authority. */
    static TrustAnchors anchors() {
        try {
            List<fr.tessere.verification.trust.CountrySigner> anchors = new ArrayList<>();
            for (CountrySigner signer : Specimens.authority().countrySigners().values()) {
                anchors.add(new fr.tessere.verification.trust.CountrySigner(
                        SignedCertificate.parse(signer.certificate()), true));
            }
            return TrustAnchors.of(anchors, List.of(), List.of());
        } catch (RefusedException refusal) {
            throw new AssertionError(RefusalCode.SIGNER_UNTRUSTED.word(), refusal);
        }
    }

    private static Stream<SpecimenDocument> documents() {
        return Specimens.profiles().stream().map(Specimens::load);
    }

    private static Stream<byte[]> messages(Predicate<String> wanted) {
        return read(Folders.root().resolve("src/main/docs/protocol/messages"), wanted);
    }

    /** What broke another library, whatever file it was meant for. */
    private static Stream<byte[]> hostile() {
        return HostileInputs.in(testdata()).stream().map(Bytes::toArray);
    }

    private static Stream<byte[]> reference(Predicate<String> wanted) {
        return Files.isDirectory(testdata()) ? read(testdata(), wanted) : Stream.empty();
    }

    private static Path testdata() {
        return Path.of(System.getProperty("tessere.testdata", "missing"));
    }

    private static boolean fits(String name, FileId file) {
        String plain = name.toLowerCase(java.util.Locale.ROOT);
        return file == FileId.SOD
                ? plain.contains("sod") && plain.endsWith(".bin")
                : plain.endsWith(file.word() + ".bin")
                        || plain.equals("datagroup" + file.word().substring(2) + ".bin");
    }

    private static Stream<byte[]> read(Path folder, Predicate<String> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> wanted.test(path.getFileName().toString()))
                    .sorted()
                    .toList()) {
                contents.add(Files.readAllBytes(file));
            }
            return contents.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
