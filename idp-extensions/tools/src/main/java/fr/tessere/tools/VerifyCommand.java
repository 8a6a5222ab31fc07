package fr.tessere.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.verification.DefectList;
import fr.tessere.verification.DocumentVerdict;
import fr.tessere.verification.DocumentVerification;
import fr.tessere.verification.VerificationSettings;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.TrustFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies the files of a document as the server does: {@code tessere verify}. */
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings here;

    @Option(names = "--sod", paramLabel = "FILE", required = true)
    private @Nullable Path sod;

    @Option(names = "--dg", paramLabel = "N=FILE", converter = DataGroupFile.Converter.class)
    private List<DataGroupFile> dataGroups = new ArrayList<>();

    @Option(names = "--trust", paramLabel = "FOLDER", required = true, defaultValue = "${sys:tessere.trust}")
    private @Nullable Path trust;

    @Option(names = "--defects", paramLabel = "FILE")
    private @Nullable Path defects;

    @Option(names = "--at", paramLabel = "DATE", converter = TimeConverter.class)
    private @Nullable Instant at;

    @Option(names = "--again", paramLabel = "FILE")
    private @Nullable Path again;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    VerifyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Bytes object = read(FileId.SOD, Objects.requireNonNull(sod));
        Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
        for (DataGroupFile file : dataGroups) {
            if (files.put(file.id(), read(file.id(), file.path())) != null) {
                throw common.wrongUse(here.texts().say("twice", file.id().word()));
            }
        }
        if (again != null) {
            return confirm(decisionToConfirm(again), object, files);
        }
        Instant time = at == null ? here.clock().instant() : at;
        DocumentVerdict verdict = new DocumentVerification(anchors(), defectList()).verify(object, files, time);
        VerdictReport report = new VerdictReport(here.texts());
        here.say(json ? VerdictReport.json(verdict).toPrettyString() : report.text(verdict));
        return verdict.isVerified() ? ToolsCommand.DONE : ToolsCommand.REFUSED;
    }

    /** The decision made again: at its time, under its policy. */
    private int confirm(Decision earlier, Bytes object, Map<FileId, Bytes> files) {
        VerificationSettings policy = VerificationSettings.ofPolicy(
                        earlier.basis().policy())
                .orElseThrow(() -> common.wrongUse(here.texts().say("unusable-decision", String.valueOf(again))));
        Decision now = new DocumentVerification(anchors(), defectList(), policy)
                .verify(object, files, earlier.at())
                .decision();
        List<String> differences = earlier.differencesFrom(now);
        if (json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("confirmed", differences.isEmpty());
            differences.forEach(node.putArray("differences")::add);
            here.say(node.toPrettyString());
        } else {
            here.say(new VerdictReport(here.texts()).confirmation(differences));
        }
        return differences.isEmpty() ? ToolsCommand.DONE : ToolsCommand.REFUSED;
    }

    private Decision decisionToConfirm(Path file) {
        try {
            return DecisionFile.read(file);
        } catch (IOException unusable) {
            throw common.wrongUse(here.texts().say("unusable-decision", file));
        }
    }

    /** One byte more than may be: the verification sees that there is too much, and memory stays small. */
    private Bytes read(FileId id, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Bytes.of(in.readNBytes(Limits.of(id) + 1));
        } catch (IOException unreadable) {
            throw common.wrongUse(here.texts().say("unreadable", file));
        }
    }

    private DefectList defectList() {
        try {
            return defects == null ? DefectList.NONE : DefectListFile.read(defects);
        } catch (IOException | IllegalArgumentException unusable) {
            throw common.wrongUse(here.texts().say("unusable-defects", String.valueOf(defects)));
        }
    }

    /** The folder counts as it is today, also for a verdict at another time. */
    private TrustAnchors anchors() {
        Path folder = Objects.requireNonNull(trust);
        if (!Files.isDirectory(folder)) {
            throw common.wrongUse(here.texts().say("no-folder", folder));
        }
        try {
            return TrustFolder.surveyNamedByHand(folder, here.clock().instant()).anchors();
        } catch (IOException unreadable) {
            throw common.wrongUse(here.texts().say("unreadable", folder));
        }
    }
}
