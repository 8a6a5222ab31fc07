package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.EmailProofs;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.account.Recoveries;
import fr.tessere.citizen.code.CodeCheck;
import fr.tessere.citizen.code.CodeCredential;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.Retention;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.status.Comparisons;
import fr.tessere.release.answer.DeclaredNote;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** All that is kept of a holder, and what the session of today knows from the chip, as texts and lists. */
final class OwnData {
    private final KeycloakSession session;
    private final Reception reception;
    private final Visit holder;
    private final UserModel account;
    private final Overview overview;

    OwnData(KeycloakSession session, Reception reception, Visit holder) {
        this.session = session;
        this.reception = reception;
        this.holder = holder;
        account = holder.account();
        overview = new Overview(session, reception, holder);
    }

    /** For how many months digests in the log can be traced back to a citizen. */
    static int logMonths(KeycloakSession session) {
        return JournalEquipment.of(session).months().getOrDefault(Retention.CITIZEN, 0);
    }

    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("made", reception.now().toString());
        all.put("account", account.getId());
        all.put(
                "agreed",
                Accounts.of(session).agreed(account).map(Instant::toString).orElse(""));
        all.put("email", email());
        all.put("sentInThisSession", words(overview.sent()));
        all.put("declaredInThisSession", DeclaredNote.of(session).words(holder.session()));
        all.put("keptForPasskeys", overview.kept().stream().map(OwnData::kept).toList());
        all.put("personalCode", personalCode());
        all.put(
                "documents",
                Accounts.of(session).documents(account).stream()
                        .map(this::document)
                        .toList());
        all.put("signIns", overview.signIns().stream().map(OwnData::signIn).toList());
        all.put("consents", overview.consents());
        all.put("sessions", overview.sessions());
        all.put("passkeys", overview.passkeys());
        all.put("logOfSecurityEvents", Map.of("monthsUntilNobodyCanTraceItBack", logMonths(session)));
        return all;
    }

    private Map<String, Object> email() {
        Map<String, Object> email = new LinkedHashMap<>();
        EmailProofs.confirmed(account).ifPresent(address -> email.put("confirmed", address));
        new EmailProofs(session).waiting(account, reception.now()).ifPresent(waiting -> {
            email.put("waitsToBeConfirmed", waiting.address());
            email.put("until", waiting.until().toString());
        });
        return email;
    }

    /** Who the person is, as it is kept sealed since a passkey was added. */
    private static Map<String, Object> kept(Lines.Kept kept) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("passkey", kept.passkey());
        content.put("since", kept.since());
        content.put("sent", words(kept.spelling()));
        content.put("placeOfBirth", kept.placeOfBirth());
        content.put("documentExpiry", kept.expiry());
        return content;
    }

    /** That there is one, never which. */
    private Map<String, Object> personalCode() {
        Map<String, Object> code = new LinkedHashMap<>();
        CodeCredential.since(account).ifPresent(since -> code.put("chosen", since.toString()));
        code.put("wrongCodes", new CodeCheck(session, account).wrong(reception.now()));
        new Recoveries(session).find(account).ifPresent(waiting -> {
            code.put("newOneAskedFor", waiting.asked().toString());
            code.put("newOneMayBeChosen", waiting.opens().toString());
        });
        return code;
    }

    /** Each claim with its value and where it comes from. */
    private static Map<String, Object> words(Lines.Spelling spelling) {
        Map<String, Object> words = new LinkedHashMap<>();
        spelling.claims()
                .forEach(sent -> words.put(sent.claim(), Map.of("value", sent.value(), "origin", sent.origin())));
        return words;
    }

    private Map<String, Object> document(HeldDocument held) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("digest", held.digest());
        document.put("type", held.type());
        document.put("issuingState", held.issuingState());
        document.put("added", held.added().toString());
        document.put("state", held.state().word());
        document.put("since", held.since().toString());
        new Comparisons(session)
                .of(account.getId()).stream()
                        .filter(one -> one.document().equals(held.digest()))
                        .forEach(one -> document.put(
                                "comparedAtCounter",
                                Map.of(
                                        "at", one.at().toString(),
                                        "countsUntil", one.until().toString())));
        return document;
    }

    private static Map<String, Object> signIn(SignedInLine line) {
        Map<String, Object> signIn = new LinkedHashMap<>();
        signIn.put("at", line.at().toString());
        signIn.put("service", line.client());
        signIn.put("level", line.level());
        signIn.put("document", line.document());
        signIn.put("channel", line.channel());
        signIn.put("shared", List.copyOf(line.shared()));
        return signIn;
    }
}
