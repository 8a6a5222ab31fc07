package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final List<CountrySigner> anchors = new ArrayList<>();
    private final List<SignedCertificate> documentSigners = new ArrayList<>();
    private final List<Bytes> revocations = new ArrayList<>();

    private TrustFolder() {}

    /** Reads the folder; a file that cannot be read or that nobody vouches for stops it with a sentence naming it. */
    public static TrustAnchors load(Path folder) throws IOException {
        TrustFolder contents = new TrustFolder();
        List<SignedCertificate> listSigners = new ArrayList<>();
        for (Path file : files(folder.resolve("master-list-signers"))) {
            listSigners.addAll(certificates(file));
        }
        for (Path file : files(folder)) {
            contents.read(file, false, listSigners);
        }
        for (Path file : files(folder.resolve("specimen"))) {
            contents.read(file, true, List.of());
        }
        for (Path file : files(folder.resolve("signers"))) {
            contents.documentSigners.addAll(certificates(file));
        }
        try {
            return TrustAnchors.of(contents.anchors, contents.documentSigners, contents.revocations);
        } catch (RefusedException refusal) {
            throw new IOException("trust folder " + folder + ": " + refusal.detail(), refusal);
        }
    }

    private void read(Path file, boolean specimen, List<SignedCertificate> listSigners) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".crl")) {
            revocations.addAll(objects(file));
            return;
        }
        List<SignedCertificate> certificates =
                name.endsWith(".ml") ? masterList(file, listSigners) : certificates(file);
        for (SignedCertificate certificate : certificates) {
            if (!specimen && !certificate.maySignCertificates()) {
                throw new IOException("trust folder: " + file
                        + " is no country signer's certificate; document signers belong into the sub-folder signers");
            }
            anchors.add(new CountrySigner(certificate, specimen));
            if (specimen && certificate.signsDocuments()) {
                documentSigners.add(certificate);
            }
        }
    }

    private static List<SignedCertificate> masterList(Path file, List<SignedCertificate> signers) throws IOException {
        try {
            return MasterList.read(Bytes.of(Files.readAllBytes(file)), signers);
        } catch (RefusedException refusal) {
            throw new IOException("trust folder: " + file + ": " + refusal.detail(), refusal);
        }
    }

    private static List<SignedCertificate> certificates(Path file) throws IOException {
        List<SignedCertificate> certificates = new ArrayList<>();
        for (Bytes der : objects(file)) {
            try {
                certificates.add(SignedCertificate.parse(der));
            } catch (RefusedException refusal) {
                throw new IOException("trust folder: " + file + ": " + refusal.detail(), refusal);
            }
        }
        return certificates;
    }

    /** DER as it is; PEM may hold several objects. */
    private static List<Bytes> objects(Path file) throws IOException {
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
        if (objects.isEmpty()) {
            throw new IOException("trust folder: " + file + " is neither DER nor PEM");
        }
        return objects;
    }

    /** The files that mean something here, in the order of their names; none if there is no such folder. */
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().matches("(?i).*\\.(cer|crt|der|pem|crl|ml)"))
                    .sorted()
                    .toList();
        }
    }
}
