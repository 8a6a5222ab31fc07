package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.status.ImportCount;
import fr.tessere.keycloak.status.OfficerAct;
import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.keycloak.status.ReportFile;
import fr.tessere.keycloak.status.StatusEquipment;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Many documents at once: a rehearsal that changes nothing, and the import, all or nothing. */
final class ImportPages {
    /** Bytes of a file. */
    static final int LARGEST = ReportFile.LARGEST;

    private static final String PAGE = "import";

    private final OfficerDesk desk;
    private final RealmStanding standing;
    private final OfficerFrame frame;
    private final StatusEquipment equipment;

    ImportPages(OfficerDesk desk, RealmStanding standing, OfficerFrame frame, StatusEquipment equipment) {
        this.desk = desk;
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
        Bytes digest = DigestAlgorithm.SHA256.digest(Bytes.of(bytes));
        return frame.done(desk.take(file, digest, form.text("reason")), PAGE, "imported");
    }

    private Response page(
            int status, String done, String wrong, Optional<ReportFile> file, Optional<ImportCount> count) {
        Map<String, Object> contents = new HashMap<>();
        contents.put("size", standing.documents().size());
        contents.put("faults", file.map(ReportFile::faults).orElse(List.of()));
        contents.put("faultCount", file.map(ReportFile::faultCount).orElse(0));
        count.ifPresent(known -> contents.put("count", known));
        contents.put("acts", frame.lines(desk.acts(OfficerAct.Area.IMPORT)));
        return frame.page(PAGE, status, done, wrong, contents);
    }
}
