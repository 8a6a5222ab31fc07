package fr.tessere.release.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.claims.pivot.Declared;
import fr.tessere.claims.places.BirthLocation;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.token.SealedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the person said of herself, as a sealed note of the user session: for as long as she stays signed in. */
public final class DeclaredNote {
    private static final String NAME = "tessere.declared";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeycloakSession session;
    private final SealedText seal;

    private DeclaredNote(KeycloakSession session) {
        this.session = session;
        seal = new SealedText(KeyHolder.of(session).secret(), "tessere declared note");
    }

    /** That of one request. */
    public static DeclaredNote of(KeycloakSession session) {
        return new DeclaredNote(session);
    }

    /** What was said in this session. */
    Declared read(UserSessionModel userSession) {
        return read(userSession.getNote(NAME), userSession.getUser().getId()).orElse(Declared.NOTHING);
    }

    /** What was said in this session, by the names of claims: for the person herself. */
    public Map<String, String> words(UserSessionModel userSession) {
        Declared declared = read(userSession);
        Map<String, String> words = new LinkedHashMap<>();
        declared.birth().ifPresent(birth -> {
            words.put("birthplace", birth.birthplace());
            words.put("birthcountry", birth.birthcountry());
        });
        declared.email().ifPresent(email -> words.put("email", email));
        declared.usageName().ifPresent(name -> words.put("preferred_username", name));
        return words;
    }

    /** What was said in this sign-in, or before in the session that it renews. Empty if nobody was asked. */
    public Optional<Declared> read(AuthenticationSessionModel browser) {
        String owner = browser.getAuthenticatedUser().getId();
        Optional<Declared> now = read(browser.getUserSessionNotes().get(NAME), owner);
        UserSessionModel before = session.sessions()
                .getUserSession(browser.getRealm(), browser.getParentSession().getId());
        return now.isPresent() || before == null ? now : read(before.getNote(NAME), owner);
    }

    /** Remembers it for the session. */
    public void keep(AuthenticationSessionModel browser, Declared declared) {
        ObjectNode node = JSON.createObjectNode();
        declared.birth()
                .ifPresent(birth -> node.put("place", birth.birthplace()).put("country", birth.birthcountry()));
        declared.email().ifPresent(email -> node.put("email", email));
        declared.usageName().ifPresent(name -> node.put("name", name));
        browser.setUserSessionNote(
                NAME,
                seal.seal(
                        node.toString().getBytes(StandardCharsets.UTF_8),
                        browser.getAuthenticatedUser().getId(),
                        Reception.of(session).random()));
    }

    private Optional<Declared> read(@Nullable String note, String owner) {
        return note == null ? Optional.empty() : seal.open(note, owner).map(DeclaredNote::read);
    }

    private static Declared read(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            Optional<BirthLocation> birth = node.has("country")
                    ? Optional.of(new BirthLocation(
                            node.path("place").asText(), node.path("country").asText()))
                    : Optional.empty();
            return new Declared(birth, text(node, "email"), text(node, "name"));
        } catch (IOException impossible) {
            throw new IllegalStateException("what was sealed here is JSON", impossible);
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue());
    }
}
