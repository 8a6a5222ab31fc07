package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * Reads trust anchors from a folder: {@code *.cer}, {@code *.crt}, {@code *.der}, {@code *.pem} certificates,
 * {@code *.crl} revocation lists, {@code *.ml} master lists. What lies in the sub-folder {@code specimen} vouches for
 * specimens only, a single document signer too; in {@code signers} lie document signers for documents that bring none;
 * in {@code master-list-signers} the certificates that a master list's signer must be, or be issued by.
 */
public final class TrustFolder {
    private static final String CERTIFICATES = "cer|crt|der|pem|ml";
    private static final String LISTS = "crl";
    private static final String ALL = CERTIFICATES + "|" + LISTS;

    private final List<CountrySigner> anchors = new ArrayList<>();
    private final List<SignedCertificate> documentSigners = new ArrayList<>();
    private final List<Bytes> revocations = new ArrayList<>();
    private final List<TrustSurvey.LoadedFile> loaded = new ArrayList<>();
    private final List<TrustSurvey.RefusedFile> refused = new ArrayList<>();

    private TrustFolder() {}

    /** Reads the folder; a file that cannot be read or that nobody vouches for stops it with a sentence naming it. */
    public static TrustAnchors load(Path folder) throws IOException {
        TrustSurvey survey = survey(folder);
        if (!survey.refused().isEmpty()) {
            TrustSurvey.RefusedFile first = survey.refused().get(0);
            throw new IOException("trust folder: " + first.file() + ": " + first.reason());
        }
        return survey.anchors();
    }

    /** Reads the folder to its end; what cannot be used is listed with its reason, and no part of it is trusted. */
    public static TrustSurvey survey(Path folder) throws IOException {
        TrustFolder contents = new TrustFolder();
        Path specimens = folder.resolve("specimen");
        List<SignedCertificate> listSigners = new ArrayList<>();
        contents.each(
                files(folder.resolve("master-list-signers"), ALL), file -> addAll(listSigners, certificates(file)));
        contents.each(files(folder, CERTIFICATES), file -> contents.trust(file, false, listSigners));
        contents.each(files(specimens, CERTIFICATES), file -> contents.trust(file, true, List.of()));
        contents.each(
                files(folder.resolve("signers"), ALL), file -> addAll(contents.documentSigners, certificates(file)));
        // behind all anchors: one of them must have signed each list
        contents.each(files(folder, LISTS), contents::revocations);
        contents.each(files(specimens, LISTS), contents::revocations);
        try {
            TrustAnchors anchors = TrustAnchors.of(contents.anchors, contents.documentSigners, contents.revocations);
            return new TrustSurvey(anchors, contents.loaded, contents.refused);
        } catch (RefusedException refusal) {
            throw new IOException("trust folder " + folder + ": " + refusal.detail(), refusal);
        }
    }

    /** Takes up one file and says how many objects it held. */
    @FunctionalInterface
    private interface Reading {
        int read(Path file) throws Exception;
    }

    private void each(List<Path> files, Reading reading) {
        for (Path file : files) {
            try {
                int objects = Guarded.parse(RefusalCode.SIGNER_MALFORMED, "the file", () -> reading.read(file));
                loaded.add(new TrustSurvey.LoadedFile(file, objects));
            } catch (RefusedException refusal) {
                refused.add(new TrustSurvey.RefusedFile(file, refusal.detail()));
            }
        }
    }

    private int trust(Path file, boolean specimen, List<SignedCertificate> listSigners) throws Exception {
        boolean list = file.getFileName().toString().matches("(?i).*\\.ml");
        List<SignedCertificate> certificates =
                list ? MasterList.read(Bytes.of(Files.readAllBytes(file)), listSigners) : certificates(file);
        for (SignedCertificate certificate : certificates) {
            RefusedException.require(
                    specimen || certificate.maySignCertificates(),
                    RefusalCode.SIGNER_KEY_USAGE,
                    "no country signer's certificate; document signers belong into the sub-folder signers");
        }
        for (SignedCertificate certificate : certificates) {
            anchors.add(new CountrySigner(certificate, specimen));
            if (specimen && certificate.signsDocuments()) {
                documentSigners.add(certificate);
            }
        }
        return certificates.size();
    }

    private int revocations(Path file) throws Exception {
        List<Bytes> lists = objects(file);
        for (Bytes list : lists) {
            RevocationList.parse(list, anchors);
        }
        return addAll(revocations, lists);
    }

    private static <T> int addAll(List<T> target, List<T> more) {
        target.addAll(more);
        return more.size();
    }

    private static List<SignedCertificate> certificates(Path file) throws IOException, RefusedException {
        List<SignedCertificate> certificates = new ArrayList<>();
        for (Bytes der : objects(file)) {
            certificates.add(SignedCertificate.parse(der));
        }
        return certificates;
    }

    /** DER as it is; PEM may hold several objects. */
    private static List<Bytes> objects(Path file) throws IOException, RefusedException {
        byte[] raw = Files.readAllBytes(file);
        if (raw.length > 0 && raw[0] == 0x30) {
            return List.of(Bytes.of(raw));
        }
        List<Bytes> objects = new ArrayList<>();
        try (PemReader reader =
                new PemReader(new InputStreamReader(new ByteArrayInputStream(raw), StandardCharsets.US_ASCII))) {
            for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
                objects.add(Bytes.of(object.getContent()));
            }
        }
        RefusedException.require(!objects.isEmpty(), RefusalCode.SIGNER_MALFORMED, "neither DER nor PEM");
        return objects;
    }

    /** The files with these endings, in the order of their names; none if there is no such folder. */
    private static List<Path> files(Path folder, String endings) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().matches("(?i).*\\.(" + endings + ")"))
                    .sorted()
                    .toList();
        }
    }
}
