package fr.tessere.verification.trust;

import fr.tessere.verification.evidence.RevocationGrade;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a folder makes trusted, country by country, for reports.
 *
 * @param survey what it is made from
 * @param countries in the order of their codes
 */
public record TrustOverview(TrustSurvey survey, List<Country> countries) {
    public TrustOverview {
        countries = List.copyOf(countries);
    }

    /**
     * One country.
     *
     * @param code as its certificates name it, in upper case; empty if they name none
     * @param signers the first to expire comes first
     * @param lists its revocation lists, the oldest first
     * @param revocation what they are worth at the time of the survey
     */
    public record Country(
            String code, List<CountrySigner> signers, List<RevocationList> lists, RevocationGrade revocation) {
        public Country {
            signers = List.copyOf(signers);
            lists = List.copyOf(lists);
        }
    }

    /** From a survey. */
    public static TrustOverview of(TrustSurvey survey) {
        TrustAnchors anchors = survey.anchors();
        Map<String, List<CountrySigner>> signers = anchors.all().stream()
                .sorted(Comparator.comparing(signer -> signer.certificate().notAfter()))
                .collect(Collectors.groupingBy(
                        signer -> signer.certificate().country(), TreeMap::new, Collectors.toList()));
        Map<String, List<RevocationList>> lists = anchors.revocationLists().stream()
                .sorted(Comparator.comparing(RevocationList::thisUpdate))
                .collect(Collectors.groupingBy(RevocationList::country));
        List<Country> countries = new TreeSet<>(signers.keySet())
                .stream()
                        .map(code -> new Country(
                                code,
                                signers.getOrDefault(code, List.of()),
                                lists.getOrDefault(code, List.of()),
                                grade(anchors, signers.getOrDefault(code, List.of()), survey.at())))
                        .toList();
        return new TrustOverview(survey, countries);
    }

    /** Whole days from then to the time of the survey, negative if it has not come. */
    public long days(Instant then) {
        return Duration.between(then, survey.at()).toDays();
    }

    /** A country whose signers have had several names counts by the best of them: lists come under the newest. */
    private static RevocationGrade grade(TrustAnchors anchors, List<CountrySigner> signers, Instant at) {
        List<RevocationGrade> grades = signers.stream()
                .map(signer -> anchors.grade(signer.certificate().subject(), at))
                .toList();
        for (RevocationGrade best :
                List.of(RevocationGrade.GOOD, RevocationGrade.STALE_LIST, RevocationGrade.INVALID_LIST)) {
            if (grades.contains(best)) {
                return best;
            }
        }
        return RevocationGrade.NO_LIST;
    }
}
