package fr.tessere.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.FirstUse;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.ProfiledService;
import fr.tessere.server.ProfiledService.Reply;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.signin.Errand;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FranceConnect+'s public rules for the answers of an identity provider, retyped as tables. The hub asks for the scopes that it
 * asks providers for, and judges each answer as it would.
 */
@ExtendWith(WithKeycloak.class)
@DisplayName("A federation hub with FranceConnect+'s rules accepts every answer")
class FederationHubTest {
    private static final String SCOPES = "openid profile email preferred_username birthplace birthcountry";
    /** Names of letters, in full, with one space between them: 1 to 256 characters. */
    private static final String NAME = "(?=.{1,256}$)[\\p{L}'’.-]+( [\\p{L}'’.-]+)*";

    /** Claims that the hub requires of userinfo, and what they must look like. */
    private static final Map<String, String> REQUIRED = Map.of(
            "sub", "[\\x20-\\x7E]+",
            "given_name", NAME,
            "family_name", NAME,
            "birthdate", "[0-9]{4}-((0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|(0[1-9]|1[0-2])-00|00-00)",
            "gender", "male|female",
            "birthplace", "((2[AB]|[0-9]{2})[0-9]{3})?",
            "birthcountry", "99[0-9]{3}",
            "email", "[^@\\s]+@[^@\\s]+[.][A-Za-z]{2,}");

    /** Words of RFC 8176 §2 that this provider can mean. */
    private static final Set<String> METHODS = Set.of("hwk", "pop", "pin", "mfa", "user");

    private static final Set<String> KEY_MANAGEMENT = Set.of("RSA-OAEP", "RSA-OAEP-256", "ECDH-ES");

    @ParameterizedTest(name = "{0} asks for {1} about somebody born {2} in {3}, called {6}")
    @CsvSource({
        "hub-rsa, eidas1, 1991-07-13, Ajaccio<Corse-du-Sud, 2A004, 99100, ''",
        "hub-ec, eidas2, 1957-XX-XX, PARIS 13E ARRONDISSEMENT, 75113, 99100, Le Goff-d’Exemple",
        "hub-rsa, eidas2, 1978-02-XX, Casablanca<Maroc, '', 99350, ''",
    })
    void everyAnswer(
            String client,
            String level,
            String born,
            String in,
            String place,
            String country,
            String usage,
            KeycloakServer server)
            throws Exception {
        ProfiledService hub = server.others().profiled(client);
        Map<String, String> request = hub.request(Map.of("scope", SCOPES, "acr_values", level));
        PlainBrowser browser = new PlainBrowser("fr");
        Page back = signIn(browser, hub, request, Citizens.born(born, in), usage);
        Reply tokens = hub.redeem(back.redirectParameters().getOrDefault("code", ""), Map.of());
        List<String> faults = new ArrayList<>();

        String idToken = tokens.member("id_token");
        judgeEnvelope(faults, "ID token", idToken);
        SignedJWT who = hub.keys().open(idToken);
        judgeIdToken(faults, who, request);
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + tokens.member("access_token"));
        SignedJWT person = judgeUserinfo(faults, hub, hub.userinfo(bearer));
        judgePerson(faults, person.getJWTClaimsSet(), who.getJWTClaimsSet().getSubject());

        assertThat(faults).isEmpty();
        requireClaims(person.getJWTClaimsSet(), usage, place, country);
        assertThat(tokens.json().has("refresh_token")).isFalse();
        requireOver(hub, bearer, browser);
    }

    private static void requireClaims(JWTClaimsSet claims, String usage, String place, String country)
            throws ParseException {
        // the usage name where there is one, never a login name
        assertThat(String.valueOf(claims.getStringClaim("preferred_username")))
                .isEqualTo(usage.isEmpty() ? "null" : usage)
                .matches(NAME);
        assertThat(claims.getStringClaim("birthplace")).isEqualTo(place);
        assertThat(claims.getStringClaim("birthcountry")).isEqualTo(country);
    }

    /** "Then the provider destroys its session": the access token was used once, and nobody is signed in. */
    private static void requireOver(ProfiledService hub, Map<String, String> bearer, PlainBrowser browser) {
        assertThat(hub.userinfo(bearer).status()).isEqualTo(401);
        Page again = browser.open(hub.address(hub.request(Map.of("prompt", "none"))));
        assertThat(again.redirectParameters()).containsEntry("error", "login_required");
    }

    private static SignedJWT judgeUserinfo(List<String> faults, ProfiledService hub, Reply answer) throws Exception {
        if (!answer.type().startsWith("application/jwt")) {
            faults.add("userinfo is " + answer.type());
        }
        judgeEnvelope(faults, "userinfo", answer.text());
        SignedJWT person = hub.keys().open(answer.text());
        judgeSignature(faults, "userinfo", person);
        return person;
    }

    /** A request with two faults is refused for the one that stands before the other here; each but the first two goes back, with its state. */
    private static final List<String[]> ORDER = List.of(
            new String[] {"client_id", "nobody", "page"},
            new String[] {"redirect_uri", "https://elsewhere.example/back", "page"},
            new String[] {"scope", "profile", "invalid_scope"},
            new String[] {"claims", "[]", "invalid_request"},
            new String[] {"acr_values", "eidas9", "unmet_authentication_requirements"},
            new String[] {"nonce", "", "invalid_request"},
            new String[] {"prompt", "none", "login_required"});

    @Test
    @DisplayName("the order of refusals")
    void theOrderOfRefusals(KeycloakServer server) {
        ProfiledService hub = server.others().profiled("hub-rsa");
        List<String> faults = new ArrayList<>();
        for (int first = 0; first < ORDER.size(); first++) {
            for (int second = first; second < ORDER.size(); second++) {
                Map<String, String> request = new LinkedHashMap<>(hub.request(Map.of()));
                request.put(ORDER.get(second)[0], ORDER.get(second)[1]);
                request.put(ORDER.get(first)[0], ORDER.get(first)[1]);
                request.values().removeIf(String::isEmpty);
                String found = refusal(new PlainBrowser("en").open(hub.address(request)), request);
                if (!Set.of(ORDER.get(first)[2].split(" ")).contains(found)) {
                    faults.add(ORDER.get(first)[0] + " and " + ORDER.get(second)[0] + ": " + found);
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    private static String refusal(Page page, Map<String, String> request) {
        Map<String, String> answer = page.redirectParameters();
        if (answer.isEmpty()) {
            return page.status() == 400 ? "page" : "status " + page.status();
        }
        boolean whole = request.getOrDefault("state", "").equals(answer.get("state")) && answer.containsKey("iss");
        return whole && !answer.containsKey("code")
                ? answer.getOrDefault("error", "no error")
                : "not whole: " + answer.keySet();
    }

    private static void judgeEnvelope(List<String> faults, String name, String token) throws Exception {
        JWEObject letter = JWEObject.parse(token);
        if (!KEY_MANAGEMENT.contains(letter.getHeader().getAlgorithm().getName())
                || !letter.getHeader().getEncryptionMethod().getName().equals("A256GCM")) {
            faults.add(name + " is encrypted with " + letter.getHeader().getAlgorithm() + " "
                    + letter.getHeader().getEncryptionMethod());
        }
    }

    private static void judgeSignature(List<String> faults, String name, SignedJWT token) {
        if (!token.getHeader().getAlgorithm().getName().equals("ES256")) {
            faults.add(name + " is signed with " + token.getHeader().getAlgorithm());
        }
    }

    private static void judgeIdToken(List<String> faults, SignedJWT token, Map<String, String> request)
            throws Exception {
        JWTClaimsSet claims = token.getJWTClaimsSet();
        judgeSignature(faults, "ID token", token);
        String acr = String.valueOf(claims.getStringClaim("acr"));
        String asked = request.getOrDefault("acr_values", "");
        if (!acr.matches("[A-Za-z0-9]+")
                || !AssuranceLevel.ofAcr(acr)
                        .orElseThrow()
                        .reaches(AssuranceLevel.ofAcr(asked).orElseThrow())) {
            faults.add("acr is " + acr);
        }
        if (!acr.equals(asked)) {
            faults.add("a level that was not agreed on: " + acr);
        }
        if (!request.getOrDefault("nonce", "").equals(claims.getStringClaim("nonce"))) {
            faults.add("nonce");
        }
        List<String> methods = claims.getStringListClaim("amr");
        if (methods == null || !METHODS.containsAll(methods)) {
            faults.add("amr is " + methods);
        }
        if (claims.getClaim("rep_scope") != null) {
            faults.add("rep_scope, which is for those who help others");
        }
        for (String name : REQUIRED.keySet()) {
            if (!name.equals("sub") && claims.getClaim(name) != null) {
                faults.add("the ID token tells " + name);
            }
        }
    }

    private static void judgePerson(List<String> faults, JWTClaimsSet claims, String subject) throws Exception {
        for (Map.Entry<String, String> rule : REQUIRED.entrySet()) {
            Object value = claims.getClaim(rule.getKey());
            if (!(value instanceof String text) || !text.matches(rule.getValue())) {
                faults.add(rule.getKey() + " does not match");
            }
        }
        boolean france = "99100".equals(claims.getStringClaim("birthcountry"));
        if (france == String.valueOf(claims.getStringClaim("birthplace")).isEmpty()) {
            faults.add("birthplace and birthcountry do not fit");
        }
        if (!subject.equals(claims.getSubject())) {
            faults.add("another subject than the ID token's");
        }
    }

    private static Page signIn(
            PlainBrowser browser,
            ProfiledService hub,
            Map<String, String> request,
            SpecimenDocument document,
            String usage)
            throws ReadingException {
        Visitor visitor = Visitor.sentTo(browser, hub.address(request));
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            String back = Errand.read(visitor.readingHere(), card, card.channel())
                    .orElseThrow()
                    .toString();
            visitor.returnTo(back);
        }
        assertThat(FirstUse.shows(visitor.page(), "civil-status"))
                .as(visitor.page().body())
                .isTrue();
        return visitor.send(Map.of("step", "continue", "email", "maelle@example.org", "name", usage))
                .page();
    }
}
