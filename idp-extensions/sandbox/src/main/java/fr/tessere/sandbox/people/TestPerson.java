package fr.tessere.sandbox.people;

import fr.tessere.specimen.document.BirthDate;
import fr.tessere.specimen.document.Holder;
import fr.tessere.specimen.document.Paper;
import fr.tessere.specimen.document.Personalisation;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.Locale;
import java.util.Map;

/**
 * A person who does not exist, with a document.
 *
 * @param id stays the same, so that tests can name it
 * @param specimen the document's profile
 * @param changes what differs from the profile: {@code familyName}, {@code givenNames}, {@code birthDate}, {@code sex},
 *     {@code nationality}, {@code placeOfBirth}, {@code number}
 * @param outcome {@code signed-in}, or the refusal's code
 * @param text one sentence by language
 */
public record TestPerson(
        String id, String specimen, Map<String, String> changes, String outcome, Map<String, String> text) {
    public TestPerson {
        changes = Map.copyOf(changes);
        text = Map.copyOf(text);
    }

    /** What can be tried with this person. */
    public String textIn(Locale language) {
        return text.getOrDefault(language.getLanguage(), text.getOrDefault("en", id));
    }

    /** Whether the card signs in. */
    public boolean signsIn() {
        return outcome.equals("signed-in");
    }

    /** The card, made anew: the same each time. */
    public SpecimenDocument document() {
        if (changes.isEmpty()) {
            return Specimens.load(specimen);
        }
        Personalisation profile = Specimens.prepare(specimen);
        return profile.with(holder(profile.holder()))
                .with(paper(profile.paper()))
                .make();
    }

    /** State, code and number of the document, which name it at an authority. */
    public Paper paper() {
        return paper(Specimens.prepare(specimen).paper());
    }

    private Holder holder(Holder other) {
        return new Holder(
                changes.getOrDefault("familyName", other.familyName()),
                changes.getOrDefault("givenNames", other.givenNames()),
                changes.containsKey("birthDate") ? new BirthDate(changes.get("birthDate")) : other.birthDate(),
                changes.getOrDefault("sex", other.sex()),
                changes.getOrDefault("nationality", other.nationality()),
                changes.getOrDefault("placeOfBirth", other.placeOfBirth()),
                other.address());
    }

    private Paper paper(Paper other) {
        return new Paper(
                other.layout(),
                other.code(),
                other.issuingState(),
                changes.getOrDefault("number", other.number()),
                other.issued(),
                other.expiry(),
                other.optionalData());
    }
}
