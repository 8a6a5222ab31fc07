package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.proposal.Change;
import fr.tessere.keycloak.proposal.FourEyes;
import fr.tessere.keycloak.proposal.Proposal;
import fr.tessere.keycloak.status.DocumentTable;
import fr.tessere.keycloak.status.ImportCount;
import fr.tessere.keycloak.status.OfficerAct.Area;
import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.keycloak.status.ReportFile;
import fr.tessere.keycloak.status.StatusEquipment;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Many documents at once: a rehearsal that changes nothing, and the import, all or nothing, by two officers who have the same file. */
final class ImportPages {
    /** Bytes of a file. */
    static final int LARGEST = ReportFile.LARGEST;

    private static final String PAGE = "import";

    private final OfficerDesk desk;
    private final RealmStanding standing;
    private final OfficerFrame frame;
    private final FourEyes eyes;
    private final ProposalPages proposals;
    private final StatusEquipment equipment;

    ImportPages(
            OfficerDesk desk,
            RealmStanding standing,
            FourEyes eyes,
            ProposalPages proposals,
            OfficerFrame frame,
            StatusEquipment equipment) {
        this.desk = desk;
        this.eyes = eyes;
        this.proposals = proposals;
        this.standing = standing;
        this.frame = frame;
        this.equipment = equipment;
    }

    Response start(int status, String done) {
        return page(status, done, "", Optional.empty(), Optional.empty());
    }

    Response take(Form form) {
        byte[] bytes = form.bytes("file").orElse(new byte[0]);
        ReportFile file = ReportFile.read(bytes, equipment.digest());
        if (!file.isFaultless()) {
            return page(400, "", "", Optional.of(file), Optional.empty());
        }
        if (!form.text("mode").equals("import")) {
            return page(200, "", "", Optional.of(file), Optional.of(desk.rehearse(file)));
        }
        if (!OfficerFrame.isReason(form.text("reason"))) {
            return page(400, "", "reason", Optional.empty(), Optional.empty());
        }
        return agree(file, DigestAlgorithm.SHA256.digest(Bytes.of(bytes)), form);
    }

    /** The first officer's file waits as its digest only; the second officer brings the same file. */
    private Response agree(ReportFile file, Bytes digest, Form form) {
        String subject = digest.toHex().toLowerCase(Locale.ROOT);
        Optional<Proposal> waiting = eyes.open(Area.IMPORT, subject);
        if (waiting.isEmpty()) {
            String after = OfficerDesk.effect(desk.rehearse(file));
            Change change = new Change(Area.IMPORT, subject, DocumentTable.NONE, after);
            return proposals.after(eyes.propose(change, form.text("reason")), "proposed");
        }
        FourEyes.Outcome outcome =
                eyes.confirm(waiting.get().id(), () -> Optional.of(desk.take(file, digest, form.text("reason"))));
        return proposals.after(outcome, "confirmed");
    }

    private Response page(
            int status, String done, String wrong, Optional<ReportFile> file, Optional<ImportCount> count) {
        Map<String, Object> contents = new HashMap<>();
        contents.put("size", standing.documents().size());
        contents.put("faults", file.map(ReportFile::faults).orElse(List.of()));
        contents.put("faultCount", file.map(ReportFile::faultCount).orElse(0));
        count.ifPresent(known -> contents.put("count", known));
        contents.put("acts", frame.lines(desk.acts(Area.IMPORT)));
        return frame.page(PAGE, status, done, wrong, contents);
    }
}
