package fr.tessere.keycloak.officer;

import fr.tessere.audit.receipt.InvalidEntryException;
import fr.tessere.audit.receipt.Receipt;
import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.journal.record.Transactions;
import fr.tessere.journal.table.Tables;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.verification.assurance.KillSwitch;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.assurance.SwitchKind;
import fr.tessere.verification.evidence.RefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserSessionModel;

/**
 * Whom a kill switch would keep out of these pages, among the officers who are signed in now: by the receipts that their
 * sessions rest on. A switch that keeps all of them out can be lifted by nobody.
 */
final class LockOut {
    private final KeycloakSession session;
    private final OfficerEquipment equipment;
    private Optional<Map<String, Map<SwitchKind, Set<String>>>> officers = Optional.empty();

    LockOut(KeycloakSession session, OfficerEquipment equipment) {
        this.session = session;
        this.equipment = equipment;
    }

    /**
     * Whom one switch would keep out.
     *
     * @param present officers who are signed in
     * @param refused how many of them it would refuse
     * @param you true if the officer who looks is among these
     */
    public record Count(int present, int refused, boolean you) {
        static final Count NOBODY = new Count(0, 0, false);
    }

    /** Whom this switch would keep out, for this officer to read. */
    Count of(KillSwitch wanted, Officer reader) {
        Map<String, Map<SwitchKind, Set<String>>> present = officers.orElseGet(this::present);
        officers = Optional.of(present);
        KillSwitches one = new KillSwitches(Set.of(wanted));
        int refused = 0;
        boolean you = false;
        for (Map.Entry<String, Map<SwitchKind, Set<String>>> officer : present.entrySet()) {
            try {
                one.require(officer.getValue());
            } catch (RefusedException lockedOut) {
                refused++;
                you |= officer.getKey().equals(reader.id());
            }
        }
        return new Count(present.size(), refused, you);
    }

    /** What stands in the documents of each officer, by the id of the account. */
    private Map<String, Map<SwitchKind, Set<String>>> present() {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.getClientByClientId(OfficerDoor.CLIENT);
        RoleModel role = realm.getRole(Officer.Role.SECURITY_OFFICER.word());
        Map<String, Map<SwitchKind, Set<String>>> all = new HashMap<>();
        if (client == null || role == null) {
            return all;
        }
        session.sessions()
                .getUserSessionsStream(realm, client)
                .filter(one -> one.getUser() != null && one.getUser().hasRole(role))
                .toList()
                .forEach(one ->
                        facts(one).ifPresent(known -> all.put(one.getUser().getId(), known)));
        return all;
    }

    private Optional<Map<SwitchKind, Set<String>>> facts(UserSessionModel one) {
        return receipt(one).map(receipt -> {
            Map<SwitchKind, Set<String>> facts = ReceiptFacts.of(receipt);
            nameByKey(facts.getOrDefault(SwitchKind.COUNTRY_SIGNER, Set.of()));
            IdentityNote.of(session).open(one).ifPresent(citizen -> {
                facts.getOrDefault(SwitchKind.COUNTRY, new TreeSet<>()).add(citizen.issuingState());
                facts.put(
                        SwitchKind.DOCUMENT_TYPE,
                        SwitchKind.documentTypes(citizen.issuingState(), citizen.documentType()));
            });
            return facts;
        });
    }

    /** A switch may name the country signer by its key instead of its certificate. */
    private void nameByKey(Set<String> digests) {
        equipment.trust().get().all().stream()
                .map(signer -> signer.certificate())
                .filter(certificate ->
                        digests.stream().anyMatch(certificate.digest().toHex()::equalsIgnoreCase))
                .map(certificate -> certificate.subjectKeyId().toHex())
                .toList()
                .forEach(digests::add);
    }

    private Optional<Receipt> receipt(UserSessionModel one) {
        String id = one.getNote(Transactions.RECEIPT_NOTE);
        if (id == null) {
            return Optional.empty();
        }
        String log = session.getContext().getRealm().getId();
        return new Tables(session).with(on -> new SqlSearch(on, log).entry(id)).flatMap(entry -> {
            try {
                return Optional.of(Receipt.of(entry));
            } catch (InvalidEntryException spoilt) {
                return Optional.empty();
            }
        });
    }
}
