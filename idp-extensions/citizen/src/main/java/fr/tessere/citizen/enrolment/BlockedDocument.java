package fr.tessere.citizen.enrolment;

import fr.tessere.citizen.account.Accounts.Holding;
import fr.tessere.citizen.code.CodeCheck;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.citizen.code.CodeQuestion;
import fr.tessere.citizen.page.Sheet;
import fr.tessere.keycloak.login.ProvenDocument;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * A document that its holder blocked, in somebody's hand. Whoever holds the original and knows the personal code is the
 * holder, and may unblock it here: there may be no other document and no session to do it from.
 */
final class BlockedDocument {
    private static final String PAGE = "tessere-blocked.ftl";

    private final Reception reception;

    BlockedDocument(Reception reception) {
        this.reception = reception;
    }

    /** The page that asks for the code; a plain refusal where no code can prove anything. */
    Response page(AuthenticationFlowContext context, Holding known, ProvenDocument document) {
        if (!document.original() || !CodeCredential.isSet(known.account())) {
            return reception.refused(context, RefusalCode.DOCUMENT_BLOCKED_BY_HOLDER);
        }
        return page(context, known, check(context, known).standing(reception.now()));
    }

    /** Why the document stays blocked, or empty and it opens its account again. */
    Optional<RefusalCode> unblock(AuthenticationFlowContext context, Holding known, String code) {
        Optional<RefusalCode> wrong = check(context, known).of(code, reception.now());
        if (wrong.isEmpty()) {
            new DocumentLock(context.getSession(), known.account())
                    .unblock(known.document().digest(), reception.now());
        }
        return wrong;
    }

    /** The page again, with why the code did not unblock it. */
    Response page(AuthenticationFlowContext context, Holding known, Optional<RefusalCode> wrong) {
        reception.tell(context, RefusalCode.DOCUMENT_BLOCKED_BY_HOLDER);
        Sheet sheet = Sheet.of(context, reception)
                .with("refusal", RefusalCode.DOCUMENT_BLOCKED_BY_HOLDER.word())
                .with("help", reception.help(RefusalCode.DOCUMENT_BLOCKED_BY_HOLDER));
        return CodeQuestion.on(sheet, check(context, known), wrong, reception.now())
                .page(PAGE);
    }

    private static CodeCheck check(AuthenticationFlowContext context, Holding known) {
        return new CodeCheck(context.getSession(), known.account());
    }
}
