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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static SignedInCitizen citizen(BirthDate birth, String sex, String proof, String type) {
        return new SignedInCitizen(
                "ERIKSSON",
                "ANNA MARIA",
                birth,
                sex,
                "D",
                type,
                "FRA",
                proof,
                false,
                true,
                "this-device",
                List.of("sha-1"),
                NOW,
                new DocumentDetails(LocalDate.of(2031, 5, 4), "", false, false));
    }

    private static final SignedInCitizen ANNA = citizen(new BirthDate(1974, 8, 12), "F", "chip-authentication", "ID");

    @Test
    void identityIsInTheWordsOfOpenIdConnect() {
        assertThat(Part.IDENTITY.claims(ANNA, NOW))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "family_name", "ERIKSSON",
                        "given_name", "ANNA MARIA",
                        "name", "ANNA MARIA ERIKSSON",
                        "birthdate", "1974-08-12",
                        "gender", "female",
                        "nationalities", List.of("D")));
    }

    @Test
    void whatIsUnknownIsNoClaim() {
        assertThat(Part.IDENTITY.claims(citizen(new BirthDate(0, 0, 0), "X", "none", "P"), NOW))
                .doesNotContainKeys("birthdate", "gender");
    }

    @Test
    void ageReleasesNoBirthDate() {
        assertThat(Part.AGE.claims(ANNA, NOW)).isEqualTo(Map.of("age_over_18", true));
        assertThat(Part.AGE.claims(citizen(new BirthDate(2008, 11, 24), "F", "none", "ID"), NOW))
                .isEqualTo(Map.of("age_over_18", false));
    }

    @Test
    void documentTypesHaveWords() {
        assertThat(Part.DOCUMENT.claims(ANNA, NOW)).containsEntry("document_type", "idcard");
        assertThat(Part.DOCUMENT.claims(citizen(new BirthDate(0, 0, 0), "X", "none", "P"), NOW))
                .containsEntry("document_type", "passport");
        assertThat(Part.DOCUMENT.claims(citizen(new BirthDate(0, 0, 0), "X", "none", "AR"), NOW))
                .containsEntry("document_type", "residence_permit");
    }

    @Test
    void evidenceHoldsNoPersonalData() {
        assertThat(Part.EVIDENCE.claims(ANNA, NOW).toString())
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
