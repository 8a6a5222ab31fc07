package fr.tessere.demo.signin;

import fr.tessere.demo.settings.AssuranceLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three things one can do here, each with the least level it needs and the data it needs, and no more. */
public enum Door {
    /** A form that is filled in already. */
    FORM("form", AssuranceLevel.EIDAS1, List.of("openid", "identity", "age", "document", "evidence"), "/form"),
    /** A change of address: somebody else must not be able to do it. */
    ADDRESS(
            "address",
            AssuranceLevel.EIDAS2,
            List.of("openid", "identity", "evidence", "address_register"),
            "/address"),
    /** A voting proxy: the highest level, asked for in the middle of the procedure. */
    PROXY("proxy", AssuranceLevel.EIDAS3, List.of("openid", "identity", "evidence"), "/proxy/confirm");

    private final String word;
    private final AssuranceLevel level;
    private final List<String> scopes;
    private final String page;

    Door(String word, AssuranceLevel level, List<String> scopes, String page) {
        this.word = word;
        this.level = level;
        this.scopes = scopes;
        this.page = page;
    }

    /** The word in the address that begins the sign-in. */
    public String word() {
        return word;
    }

    /** The least level. */
    public AssuranceLevel level() {
        return level;
    }

    /** What is asked about the person. */
    public List<String> scopes() {
        return scopes;
    }

    /** The page behind it. */
    public String page() {
        return page;
    }

    /** The address that begins a sign-in for it. */
    public String signIn() {
        return "/oauth2/authorization/" + word;
    }

    /** Whether a sign-in with this {@code acr} opens it. */
    public boolean opensTo(@Nullable String acr) {
        return new LevelCheck(level).provenBy(acr).isPresent();
    }

    /** The door of this word. */
    public static Optional<Door> of(String word) {
        return Arrays.stream(values()).filter(door -> door.word.equals(word)).findFirst();
    }
}
