package fr.tessere.release.answer;

import fr.tessere.claims.assurance.CheckedDocument;
import fr.tessere.claims.assurance.StateCode;
import fr.tessere.claims.minimal.MinimalAnswers;
import fr.tessere.claims.pivot.Declared;
import fr.tessere.claims.pivot.Origin;
import fr.tessere.claims.pivot.Pivot;
import fr.tessere.claims.pivot.SignedCivilStatus;
import fr.tessere.claims.places.Gazetteer;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.Weakness;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every claim that can be made of a signed-in citizen, and where each comes from. Who is told which is decided elsewhere. */
final class PersonClaims {
    /** What says who somebody is, in the order in which people read it. */
    private static final List<String> OF_THE_PERSON = List.of(
            "family_name",
            "given_name",
            "preferred_username",
            "birthdate",
            "gender",
            "birthplace",
            "birthcountry",
            "nationalities",
            "email");

    private final SignedInCitizen citizen;
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final Map<String, Origin> origins;

    private PersonClaims(SignedInCitizen citizen, Pivot pivot, Instant at) {
        this.citizen = citizen;
        origins = pivot.origins();
        claims.putAll(pivot.claims());
        String name = Stream.of(citizen.givenNames(), citizen.familyName())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        claims.put("name", name);
        if (claims.containsKey("email")) {
            claims.put("email_verified", false);
        }
        if (!citizen.nationality().isEmpty()) {
            claims.put("nationalities", List.of(StateCode.of(citizen.nationality())));
        }
        claims.put("document_type", type(citizen.documentType()));
        claims.put("issuing_state", StateCode.of(citizen.issuingState()));
        claims.putAll(MinimalAnswers.of(citizen.birthDate(), citizen.nationality(), at));
    }

    static PersonClaims of(SignedInCitizen citizen, Declared declared, Gazetteer places, Instant at) {
        Origin names = citizen.details().names() ? Origin.ADDITIONAL_DETAILS : Origin.MACHINE_READABLE_ZONE;
        Origin birth = citizen.details().birth() ? Origin.ADDITIONAL_DETAILS : Origin.MACHINE_READABLE_ZONE;
        SignedCivilStatus signed = new SignedCivilStatus(
                citizen.familyName(),
                citizen.givenNames(),
                citizen.birthDate(),
                citizen.sex(),
                places.printed(citizen.details().placeOfBirth(), citizen.issuingState())
                        .location(),
                names,
                birth);
        return new PersonClaims(citizen, Pivot.of(signed, declared), at);
    }

    /** Claims with these names, as far as they are known. */
    Map<String, Object> named(Set<String> names) {
        Map<String, Object> told = new LinkedHashMap<>();
        names.stream().filter(claims::containsKey).sorted().forEach(name -> told.put(name, claims.get(name)));
        if (names.contains("claim_origins")) {
            Map<String, String> where = new LinkedHashMap<>();
            told.keySet().stream()
                    .filter(origins::containsKey)
                    .forEach(name -> where.put(name, origin(name).word()));
            told.put("claim_origins", where);
        }
        return told;
    }

    /** The same, and only what a State signed: what nobody checked is no verified claim. */
    Map<String, Object> signed(Set<String> names) {
        Map<String, Object> told = named(names);
        told.keySet().removeIf(name -> name.startsWith("email") || !origin(name).isSigned());
        told.remove("claim_origins");
        return told;
    }

    /** What says who the person is, as far as it is known. */
    List<OwnClaims.Told> ofThePerson() {
        return OF_THE_PERSON.stream()
                .flatMap(name -> Optional.ofNullable(claims.get(name)).stream()
                        .map(value -> new OwnClaims.Told(
                                name, text(value), origin(name).word())))
                .filter(told -> !told.value().isEmpty())
                .toList();
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    /** How it was verified. */
    CheckedDocument document(Optional<Instant> compared, boolean mayBeNamed) {
        Proof proof = Arrays.stream(Proof.values())
                .filter(known -> known.word().equals(citizen.proof()))
                .findFirst()
                .orElse(Proof.NONE);
        boolean statusKnown = !citizen.weaknesses().contains(Weakness.STATUS_UNKNOWN.word());
        return new CheckedDocument(
                type(citizen.documentType()),
                StateCode.of(citizen.issuingState()),
                citizen.details().expiry(),
                proof,
                statusKnown,
                citizen.at(),
                compared,
                mayBeNamed);
    }

    private Origin origin(String name) {
        return origins.getOrDefault(name, Origin.MACHINE_READABLE_ZONE);
    }

    /** Words of OpenID for Identity Assurance for the document codes of ICAO 9303-4 to -6. */
    private static String type(String code) {
        if (code.startsWith("P")) {
            return "passport";
        }
        return code.equals("AR") || code.equals("IR") ? "residence_permit" : "idcard";
    }
}
