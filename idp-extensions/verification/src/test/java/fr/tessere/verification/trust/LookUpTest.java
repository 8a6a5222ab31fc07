package fr.tessere.verification.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CertificateFault;
import fr.tessere.specimen.authority.IssuingState;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Key rollover with equal names: who may have issued a certificate is found by name, then by key")
class LookUpTest {
    private static final Period VALID = Period.ofDays("2020-01-01", "2045-12-31");

    private final SpecimenAuthority authority = Specimens.authority();

    @Test
    void fiveOfOneNameAndTheRightOneComesFirst() throws RefusedException {
        List<CountrySigner> anchors = new ArrayList<>();
        for (int year = 2020; year < 2024; year++) {
            anchors.add(anchor(authority
                    .currentCountrySigner()
                    .renewed("rollover " + year, VALID, CertificateFault.NONE)
                    .certificate()));
        }
        anchors.add(anchor(authority.countrySigner()));
        anchors.add(anchor(authority.countrySignerOf(IssuingState.UTOPIA).certificate()));
        SignedCertificate signer =
                SignedCertificate.parse(authority.signer("ecdsa-p256").certificate());

        List<CountrySigner> candidates =
                TrustAnchors.of(anchors, List.of(), List.of()).candidates(signer);

        assertThat(candidates).hasSize(5);
        assertThat(candidates.get(0).certificate().encoded()).isEqualTo(authority.countrySigner());
        assertThat(signer.isSignedBy(candidates.get(0).certificate())).isTrue();
        assertThat(signer.isSignedBy(candidates.get(1).certificate())).isFalse();
    }

    private static CountrySigner anchor(Bytes certificate) throws RefusedException {
        return new CountrySigner(SignedCertificate.parse(certificate), true);
    }
}
