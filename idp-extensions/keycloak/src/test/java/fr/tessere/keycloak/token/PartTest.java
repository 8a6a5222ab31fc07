package fr.tessere.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.identity.BirthDate;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static SignedInCitizen citizen(boolean specimen) {
        return new SignedInCitizen(
                "ERIKSSON",
                "ANNA MARIA",
                new BirthDate(1974, 8, 12),
                "F",
                "D",
                "ID",
                "FRA",
                "chip-authentication",
                false,
                specimen,
                "this-device",
                List.of("sha-1"),
                NOW,
                new DocumentDetails(LocalDate.of(2031, 5, 4), "", false, false, List.of()));
    }

    private static final SignedInCitizen ANNA = citizen(true);

    @Test
    void aComparisonAtACounterIsSaidWhereTheLevelRestsOnIt() {
        Instant compared = Instant.parse("2026-03-01T09:00:00Z");

        assertThat(Part.EVIDENCE.claims(ANNA, Optional.of(compared)).toString())
                .contains("holder_compared_at=" + compared.getEpochSecond());
        assertThat(Part.EVIDENCE.claims(ANNA, Optional.empty()).toString()).doesNotContain("holder_compared_at");
    }

    @Test
    void marksASpecimen() {
        assertThat(Part.SPECIMEN.claims(ANNA, Optional.empty())).isEqualTo(Map.of("tessere_specimen", true));
        assertThat(Part.SPECIMEN.claims(citizen(false), Optional.empty())).isEmpty();
    }

    @Test
    void evidenceHoldsNoPersonalData() {
        assertThat(Part.EVIDENCE.claims(ANNA, Optional.empty()).toString())
                .contains("chip-authentication", "specimen=true")
                .doesNotContain("ERIKSSON", "ANNA", "1974");
    }

    @Nested
    class Note {
        private final IdentityNote note = new IdentityNote(new Secret(Bytes.of(new byte[32])));
        private final SecureRandom random = new SecureRandom();

        @Test
        void opensForItsAccountOnly() {
            String sealed = note.seal(ANNA, "account", random);

            assertThat(note.open(sealed, "account")).contains(ANNA);
            assertThat(note.open(sealed, "another")).isEmpty();
            assertThat(sealed).doesNotContain("ERIKSSON");
        }

        @Test
        void opensNotWhenChanged() {
            byte[] sealed = Bytes.ofBase64(note.seal(ANNA, "account", random)).toArray();
            sealed[20] ^= 1;

            assertThat(note.open(Bytes.of(sealed).toBase64(), "account")).isEmpty();
            assertThat(note.open("", "account")).isEmpty();
            assertThat(note.open("!", "account")).isEmpty();
        }

        @Test
        void hidesItself() {
            assertThat(ANNA).hasToString("SignedInCitizen[hidden]");
        }
    }

    @Test
    void anotherServiceSeesAnotherSubject() {
        Bytes key = new Secret(Bytes.of(new byte[32])).key("subjects");
        assertThat(PairwiseSubjectMapper.subject(key, "a.example", "1"))
                .isEqualTo(PairwiseSubjectMapper.subject(key, "a.example", "1"))
                .isNotEqualTo(PairwiseSubjectMapper.subject(key, "b.example", "1"))
                .isNotEqualTo(PairwiseSubjectMapper.subject(key, "a.example", "2"));
    }
}
