package fr.tessere.server;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.IssuingState;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** The trust folder of a run: what is delivered, and where the reference data is there, its signer too. */
final class TrustFiles {
    /** Tag 77 and a length of two bytes stand before the signed object. */
    private static final int SOD_HEADER = 4;

    private TrustFiles() {}

    /** Copies the delivered anchors and adds the signer of the BSI reference passport as a specimen's. */
    static Path copyTo(Path folder) throws IOException {
        KeycloakHome.deleteTree(folder);
        Path delivered = Folders.root().resolve("src/main/trust");
        try (Stream<Path> files = Files.walk(delivered)) {
            for (Path from : files.toList()) {
                Path to = folder.resolve(delivered.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        addReferenceSigner(folder.resolve("specimen"));
        addWhatTheCatalogueExpects(folder);
        return folder;
    }

    /**
     * A signer for documents that bring none, a fresh revocation list that names one signer, and a State that is trusted: a
     * server that trusts one takes no folder without any.
     */
    private static void addWhatTheCatalogueExpects(Path folder) throws IOException {
        SpecimenAuthority authority = Specimens.authority();
        Bytes state = authority.countrySignerOf(IssuingState.ofCountry("LU")).certificate();
        Files.write(folder.resolve("specimen-csca-lux.cer"), state.toArray());
        Files.writeString(
                folder.resolve("confirmed"),
                DigestAlgorithm.SHA256.digest(state).toHex() + " specimen\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.createDirectories(folder.resolve("signers"));
        Files.write(
                folder.resolve("signers/specimen.cer"),
                authority.signer("scheme:rsa-sha256").certificate().toArray());
        CrlWriter list = CrlWriter.of(authority.currentCountrySigner(), Period.ofDays("2026-01-01", "2045-12-31"));
        Files.write(
                folder.resolve("specimen/specimen-csca-fra-2025.crl"),
                list.revoking(authority.signer("revocable")).write().toArray());
    }

    /** Its country signer was never published: the document signer itself is the anchor. */
    private static void addReferenceSigner(Path folder) throws IOException {
        Path sod = Path.of(System.getProperty("tessere.testdata", "missing"), "bsi-tr03105-5/EF_SOD.bin");
        if (!Files.exists(sod)) {
            return;
        }
        byte[] file = Files.readAllBytes(sod);
        byte[] content = java.util.Arrays.copyOfRange(file, SOD_HEADER, file.length);
        try {
            X509CertificateHolder signer = new CMSSignedData(content)
                    .getCertificates()
                    .getMatches(null)
                    .iterator()
                    .next();
            Files.write(folder.resolve("bsi-reference-signer.cer"), signer.getEncoded());
        } catch (CMSException e) {
            throw new IOException(e);
        }
    }
}
