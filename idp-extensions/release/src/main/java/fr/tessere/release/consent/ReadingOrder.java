package fr.tessere.release.consent;

import java.util.Comparator;
import java.util.List;

/** Names of claims in the order in which people read about themselves; what is not in it comes last, by name. */
final class ReadingOrder implements Comparator<String> {
    private static final List<String> NAMES = List.of(
            "family_name",
            "given_name",
            "name",
            "preferred_username",
            "birthdate",
            "birth_year",
            "gender",
            "birthplace",
            "birthcountry",
            "nationalities",
            "eu_national",
            "age_over_13",
            "age_over_16",
            "age_over_18",
            "age_over_65",
            "email",
            "email_verified",
            "document_type",
            "issuing_state");

    @Override
    public int compare(String one, String other) {
        return Comparator.comparingInt(ReadingOrder::place)
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }

    private static int place(String name) {
        int place = NAMES.indexOf(name);
        return place < 0 ? NAMES.size() : place;
    }
}
