package fr.tessere.verification.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.TestData;
import fr.tessere.verification.evidence.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of States, from published master lists (ICAO 9303-12). */
class RealCertificatesTest {
    private static final String DE_LIST = "masterlists/DE_ML_2024-08-07-07-38-24.ml";
    private static final String NL_LIST = "masterlists/NL_ML_2025-07-29.ml";

    private static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void aListThatNobodyVouchesForIsRefused() {
        assertThatThrownBy(() -> MasterList.parse(TestData.bytes(DE_LIST)).requireVouchedBy(List.of(), TODAY))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNER_UNTRUSTED));
        assertThatThrownBy(() -> MasterList.parse(TestData.bytes(DE_LIST))
                        .requireVouchedBy(List.of(certificate("NL_ROOT_CA.cer")), TODAY))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aChangedListIsRefused() {
        byte[] changed = TestData.bytes(NL_LIST).toArray();
        changed[100_000] ^= 1;
        assertThatThrownBy(() -> MasterList.parse(Bytes.of(changed))).isInstanceOf(RefusedException.class);
    }

    @Test
    void bothListsAreReadToTheLastCertificate() throws RefusedException {
        assertThat(germanList()).hasSize(541);
        assertThat(dutchList()).hasSize(394);
    }

    /** The stored root is of October 2024, the list of August: it reads, it is an authority, and it vouches for no older list. */
    @Test
    void theNewerRootOfGermanyVouchesForNoOlderList() throws RefusedException {
        SignedCertificate root = certificate("DE_ROOT_CA_CSCA07.cer");

        assertThat(root.isAuthority()).isTrue();
        assertThatThrownBy(() -> MasterList.parse(TestData.bytes(DE_LIST)).requireVouchedBy(List.of(root), TODAY))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNER_UNTRUSTED));
    }

    @Test
    void documentSignersOfSixStatesChainToTheLists() throws Exception {
        List<CountrySigner> anchors = new ArrayList<>();
        germanList().forEach(certificate -> anchors.add(new CountrySigner(certificate, false)));
        dutchList().forEach(certificate -> anchors.add(new CountrySigner(certificate, false)));
        TrustAnchors trust = TrustAnchors.of(anchors, List.of(), List.of());
        List<String> failing = new ArrayList<>();
        for (Path file : TestData.files("ds-certs")) {
            SignedCertificate signer = SignedCertificate.parse(Bytes.of(Files.readAllBytes(file)));
            if (!signer.signsDocuments() || issuer(trust, signer).isEmpty()) {
                failing.add(file.getFileName() + ": " + signer);
            }
        }
        assertThat(failing).isEmpty();
    }

    @Test
    void theFolderReadsAMasterListWhoseSignerIsConfigured(@TempDir Path folder) throws IOException {
        Files.copy(TestData.path(NL_LIST), folder.resolve("nl.ml"));
        assertThat(TrustFolder.survey(folder, TODAY).unused())
                .extracting(TrustSurvey.Unused::fault)
                .containsExactly(TrustFault.LIST_SIGNER_UNTRUSTED);

        Path signers = Files.createDirectory(folder.resolve("master-list-signers"));
        Path root = Files.copy(TestData.path("masterlists/NL_ROOT_CA.cer"), signers.resolve("nl.cer"));
        assertThat(TrustFolder.survey(folder, TODAY).anchors().all())
                .as("a certificate in the folder is nobody's act")
                .isEmpty();

        Files.writeString(folder.resolve("confirmed"), TrustFiles.fingerprint(root) + " NL, by telephone\n");
        TrustAnchors first = TrustFolder.survey(folder, TODAY).anchors();
        assertThat(first.all()).hasSizeGreaterThan(300).noneMatch(CountrySigner::specimen);
        assertThat(first.version())
                .matches("[0-9a-f]{64}")
                .isEqualTo(TrustFolder.survey(folder, TODAY).anchors().version());
    }

    @Test
    void mockCountrySignersOfEveryAlgorithmSignedTheirDocumentSigners() throws Exception {
        List<String> failing = new ArrayList<>();
        int pairs = 0;
        for (Path folder : TestData.files("mock-csca-dsc-selfxyz")) {
            if (Files.exists(folder.resolve("mock_csca.pem")) && Files.exists(folder.resolve("mock_dsc.pem"))) {
                pairs++;
                try {
                    pem(folder.resolve("mock_dsc.pem"))
                            .requireSignedBy(pem(folder.resolve("mock_csca.pem")), RefusalCode.SIGNER_UNTRUSTED);
                } catch (RefusedException refusal) {
                    failing.add(folder.getFileName() + ": " + refusal.detail());
                }
            }
        }
        assertThat(pairs).isGreaterThan(15);
        assertThat(failing).isEmpty();
    }

    private static Optional<CountrySigner> issuer(TrustAnchors trust, SignedCertificate signer) {
        return trust.candidates(signer).stream()
                .filter(candidate -> {
                    try {
                        signer.requireSignedBy(candidate.certificate(), RefusalCode.SIGNER_UNTRUSTED);
                        return true;
                    } catch (RefusedException other) {
                        return false;
                    }
                })
                .findFirst();
    }

    /** The list is older than the stored root, so it is read with the root that it brings along. */
    private static List<SignedCertificate> germanList() throws RefusedException {
        Bytes list = TestData.bytes(DE_LIST);
        List<SignedCertificate> roots = new ArrayList<>();
        for (Bytes certificate : SignedMessage.parse(list, new ASN1ObjectIdentifier("2.23.136.1.1.2"))
                .certificates()) {
            SignedCertificate candidate = SignedCertificate.parse(certificate);
            if (candidate.isAuthority()) {
                roots.add(candidate);
            }
        }
        return certificates(list, roots);
    }

    private static List<SignedCertificate> dutchList() throws RefusedException {
        return certificates(TestData.bytes(NL_LIST), List.of(certificate("NL_ROOT_CA.cer")));
    }

    private static List<SignedCertificate> certificates(Bytes list, List<SignedCertificate> roots)
            throws RefusedException {
        MasterList read = MasterList.parse(list);
        read.requireVouchedBy(roots, TODAY);
        List<SignedCertificate> certificates = new ArrayList<>();
        for (Bytes der : read.certificates()) {
            certificates.add(SignedCertificate.parse(der));
        }
        return certificates;
    }

    private static SignedCertificate certificate(String name) throws RefusedException {
        return SignedCertificate.parse(TestData.bytes("masterlists/" + name));
    }

    private static SignedCertificate pem(Path file) throws IOException, RefusedException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        String body = text.substring(
                text.indexOf("-----BEGIN CERTIFICATE-----") + 27, text.indexOf("-----END CERTIFICATE-----"));
        return SignedCertificate.parse(Bytes.of(Base64.getMimeDecoder().decode(body)));
    }
}
