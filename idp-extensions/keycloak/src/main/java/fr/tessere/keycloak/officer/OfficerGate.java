package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.door.SealedAnswers;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/** Whom the pages let in: to look, both roles; to act, officers only, with the token of their session. */
final class OfficerGate {
    private final KeycloakSession session;
    private final OfficerDoor door;
    private final OfficerPages pages;

    OfficerGate(KeycloakSession session, OfficerDoor door, OfficerPages pages) {
        this.session = session;
        this.door = door;
        this.pages = pages;
    }

    @FunctionalInterface
    interface Answer {
        Response to(Officer officer, Form form);
    }

    /** For both roles. Who has no session at eidas2 is sent to sign in, who has no role is refused. */
    Response look(Function<Officer, Response> page) {
        Optional<Response> language = SealedAnswers.inAnotherLanguage(session);
        if (language.isPresent()) {
            return language.get();
        }
        Optional<Officer> officer = door.officer();
        if (officer.isPresent()) {
            return page.apply(officer.get());
        }
        Optional<String> account = door.account();
        return account.isPresent() ? pages.refused(account) : door.signIn();
    }

    Response act(Answer answer) {
        return form(true, false, answer);
    }

    /**
     * A form counts with a session at eidas2, a role and the token of that session. One that comes from such a session when it
     * holds no more does nothing, and leads to the sign-in and back to its page.
     */
    Response form(boolean acting, boolean withFile, Answer answer) {
        Optional<Officer> officer = door.officer().filter(known -> !acting || known.mayAct());
        if (officer.isEmpty() && !door.isOver()) {
            return pages.refused(door.account());
        }
        try {
            HttpRequest request = session.getContext().getHttpRequest();
            Form form = withFile ? Form.withFile(request, "file", ImportPages.LARGEST) : Form.plain(request);
            if (officer.isEmpty()) {
                return door.isLate(form.text("token"))
                        ? door.signInAgain(pages.asked())
                        : pages.refused(door.account());
            }
            return door.isOwn(officer.get(), form.text("token"))
                    ? answer.to(officer.get(), form)
                    : pages.refused(door.account());
        } catch (IOException broken) {
            return pages.refused(door.account());
        }
    }
}
