package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.keycloak.login.Reception;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/** All that is kept of a holder, and what the session of today knows from the chip, as texts and lists. */
final class OwnData {
    private final KeycloakSession session;
    private final Reception reception;
    private final Holder holder;
    private final Overview overview;

    OwnData(KeycloakSession session, Reception reception, Holder holder) {
        this.session = session;
        this.reception = reception;
        this.holder = holder;
        overview = new Overview(session, reception, holder);
    }

    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("made", reception.now().toString());
        all.put("account", holder.account().getId());
        all.put(
                "agreed",
                Accounts.of(session)
                        .agreed(holder.account())
                        .map(Instant::toString)
                        .orElse(""));
        all.put("email", String.valueOf(holder.account().getEmail()).replaceFirst("^null$", ""));
        all.put(
                "fromTheChipInThisSession",
                overview.sent().stream().collect(Collectors.toMap(Lines.Sent::label, Lines.Sent::value)));
        all.put(
                "documents",
                Accounts.of(session).documents(holder.account()).stream()
                        .map(OwnData::document)
                        .toList());
        all.put("signIns", overview.signIns().stream().map(OwnData::signIn).toList());
        all.put("consents", overview.consents());
        all.put("sessions", overview.sessions());
        all.put("passkeys", overview.passkeys());
        return all;
    }

    private static Map<String, Object> document(fr.tessere.citizen.account.HeldDocument held) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("digest", held.digest());
        document.put("type", held.type());
        document.put("issuingState", held.issuingState());
        document.put("added", held.added().toString());
        document.put("state", held.state().word());
        document.put("since", held.since().toString());
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
