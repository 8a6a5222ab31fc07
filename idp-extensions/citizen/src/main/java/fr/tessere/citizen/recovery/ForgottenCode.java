package fr.tessere.citizen.recovery;

import fr.tessere.citizen.account.EmailProofs;
import fr.tessere.citizen.account.Recoveries;
import fr.tessere.citizen.account.Recoveries.Waiting;
import fr.tessere.citizen.mail.Message;
import fr.tessere.citizen.mail.Post;
import fr.tessere.citizen.page.Sheet;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The pages of a forgotten code, behind a document that was read again. */
public final class ForgottenCode {
    /** Note of the authentication session: how far it is. */
    private static final String STAGE = "tessere.forgotten";

    private static final String BEGUN = "begun";
    private static final String PROVEN = "proven";
    private static final String PAGE = "tessere-forgotten.ftl";

    private final KeycloakSession session;
    private final Reception reception;
    private final Recoveries recoveries;
    private final Post post;

    public ForgottenCode(KeycloakSession session, Reception reception) {
        this.session = session;
        this.reception = reception;
        recoveries = new Recoveries(session);
        post = new Post(session);
    }

    /** The person is on this way. */
    public boolean begun(AuthenticationSessionModel browser) {
        return browser.getAuthNote(STAGE) != null;
    }

    /** The person has shown what it takes, and may choose a new code. */
    public boolean proven(AuthenticationSessionModel browser) {
        return PROVEN.equals(browser.getAuthNote(STAGE));
    }

    /** Takes this way: with the document that was read in this sign-in, or after reading it again. */
    public void begin(AuthenticationFlowContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (reception.document(browser).isPresent()) {
            browser.setAuthNote(STAGE, BEGUN);
            context.challenge(page(context));
        } else {
            reception.readAgain(context, () -> browser.setAuthNote(STAGE, BEGUN));
        }
    }

    /** Leaves it again. */
    public void leave(AuthenticationSessionModel browser) {
        browser.removeAuthNote(STAGE);
    }

    /** What the person did on the page. */
    public void answer(AuthenticationFlowContext context, String step, String number) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        UserModel account = context.getUser();
        Optional<RefusalCode> wrong = switch (step) {
            case "send-number" -> send(browser, account);
            case "number" -> check(browser, number);
            case "wait" -> {
                ask(account);
                yield Optional.empty();
            }
            case "waited" -> waited(browser, account);
            default -> Optional.empty();
        };
        context.challenge(page(context, wrong));
    }

    /** The new code is chosen: nobody waits any more, and the owner is told. */
    public void done(AuthenticationSessionModel browser, UserModel account) {
        leave(browser);
        recoveries.end(account);
        post.tell(account, Message.CODE_CHANGED);
    }

    /** The old code was typed: whoever asked for another one is not its owner, or remembers. */
    public void notNeeded(UserModel account) {
        recoveries.end(account);
    }

    /** The page at which the person is. */
    public Response page(AuthenticationFlowContext context) {
        return page(context, Optional.empty());
    }

    /** The same, with what was wrong. */
    public Response page(AuthenticationFlowContext context, Optional<RefusalCode> wrong) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        UserModel account = context.getUser();
        Sheet sheet = Sheet.of(context, reception)
                .with("stage", stage(browser))
                .with("hours", Recoveries.waiting(context.getRealm()).toHours());
        address(account).ifPresent(address -> sheet.with("address", address));
        recoveries.find(account).ifPresent(waiting -> {
            sheet.with("opens", shown(waiting.opens()));
            if (waiting.over(reception.now())) {
                sheet.with("over", true);
            }
        });
        wrong.ifPresent(sheet::wrong);
        return sheet.page(PAGE);
    }

    private String stage(AuthenticationSessionModel browser) {
        if (proven(browser)) {
            return "choose";
        }
        return number(browser).waits(reception.now()) ? "number" : "ways";
    }

    private Optional<RefusalCode> send(AuthenticationSessionModel browser, UserModel account) {
        Optional<String> address = post.open() ? EmailProofs.confirmed(account) : Optional.empty();
        if (address.isEmpty()) {
            return Optional.of(RefusalCode.MAIL_NOT_SENT);
        }
        if (!post.turn(account, Message.RECOVERY_NUMBER)) {
            return Optional.of(RefusalCode.MAIL_TOO_SOON);
        }
        String number = number(browser).next(reception.random(), reception.now());
        return post.send(account, address.get(), Message.RECOVERY_NUMBER, number)
                ? Optional.empty()
                : Optional.of(RefusalCode.MAIL_NOT_SENT);
    }

    private Optional<RefusalCode> check(AuthenticationSessionModel browser, String number) {
        if (!number(browser).isRight(number, reception.now())) {
            return Optional.of(RefusalCode.NUMBER_WRONG);
        }
        browser.setAuthNote(STAGE, PROVEN);
        return Optional.empty();
    }

    private void ask(UserModel account) {
        boolean first = recoveries.find(account).isEmpty();
        Waiting waiting =
                recoveries.ask(account, Recoveries.waiting(session.getContext().getRealm()), reception.now());
        if (first) {
            post.tell(account, Message.RECOVERY_ASKED, shown(waiting.opens()));
        }
    }

    private Optional<RefusalCode> waited(AuthenticationSessionModel browser, UserModel account) {
        if (recoveries
                .find(account)
                .filter(waiting -> waiting.over(reception.now()))
                .isEmpty()) {
            return Optional.of(RefusalCode.RECOVERY_WAITS);
        }
        browser.setAuthNote(STAGE, PROVEN);
        return Optional.empty();
    }

    /** As much of a confirmed address as its owner knows it by. */
    private Optional<String> address(UserModel account) {
        return post.open()
                ? EmailProofs.confirmed(account)
                        .map(address -> address.charAt(0) + "…@" + address.replaceFirst("^.*@", ""))
                : Optional.empty();
    }

    private String shown(Instant at) {
        // named as under "my identity": nobody knows in which zone the server stands
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(reception.locale())
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }

    private MailedNumber number(AuthenticationSessionModel browser) {
        return new MailedNumber(session, browser, reception.secret());
    }
}
