package fr.tessere.tools;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.audit.check.ExportWriter;
import fr.tessere.audit.check.Finding;
import fr.tessere.audit.check.InvalidFileException;
import fr.tessere.audit.check.LogCheck;
import fr.tessere.audit.check.Report;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.LogKey;
import fr.tessere.tools.stamp.InvalidStampException;
import fr.tessere.tools.stamp.Stamp;
import fr.tessere.tools.stamp.StampFile;
import fr.tessere.tools.stamp.StampReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds an export of the log against published heads, without any server: {@code tessere audit verify}. */
@Command(name = "verify", sortOptions = false)
final class AuditVerifyCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    private final Surroundings here;

    @Option(names = "--export", paramLabel = "FILE", required = true)
    private @Nullable Path export;

    @Option(names = "--heads", paramLabel = "FILE")
    private List<Path> heads = new ArrayList<>();

    @Option(names = "--key", paramLabel = "FILE", required = true)
    private List<Path> keys = new ArrayList<>();

    @Option(names = "--stamps", paramLabel = "FILE")
    private @Nullable Path stamps;

    @Option(names = "--authority-certificate", paramLabel = "FILE")
    private @Nullable Path authority;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    AuditVerifyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        HeadReader reader = new HeadReader(keys.stream().map(this::key).toList());
        List<Reader> published = new ArrayList<>();
        try (Reader exported = open(Objects.requireNonNull(export))) {
            for (Path file : heads) {
                published.add(open(file));
            }
            List<Stamp> stamped = stamps();
            if (!stamped.isEmpty()) {
                published.add(heads(stamped));
            }
            if (published.isEmpty()) {
                throw common.wrongUse(here.texts().say("missing", "--heads"));
            }
            Report report = LogCheck.check(exported, published, reader);
            if (json) {
                here.say(json(report).toPrettyString());
            } else {
                tell(report);
                stamped.stream()
                        .map(Stamp::at)
                        .max(java.util.Comparator.naturalOrder())
                        .ifPresent(last -> here.say(here.texts().say("audit.stamps", stamped.size(), last)));
            }
            return report.holds() ? ToolsCommand.DONE : ToolsCommand.REFUSED;
        } catch (InvalidStampException wrong) {
            here.complain(here.texts().say("audit.no-stamp", wrong.reason().word()));
            return ToolsCommand.REFUSED;
        } catch (InvalidFileException malformed) {
            here.complain(here.texts().say("audit.malformed", String.valueOf(malformed.getMessage())));
            return ToolsCommand.REFUSED;
        } finally {
            for (Reader one : published) {
                one.close();
            }
        }
    }

    /** Heads that an authority stamped count as published: somebody else had seen them. */
    private List<Stamp> stamps() throws IOException, InvalidStampException {
        Path file = stamps;
        Path from = authority;
        if (file == null) {
            return List.of();
        }
        if (from == null) {
            throw common.wrongUse(here.texts().say("missing", "--authority-certificate"));
        }
        try {
            return StampFile.read(file, StampReader.trusting(Files.readAllBytes(from)));
        } catch (IllegalArgumentException none) {
            throw common.wrongUse(here.texts().say("audit.no-certificate", from));
        }
    }

    private Reader heads(List<Stamp> stamped) throws IOException {
        StringBuilder text = new StringBuilder();
        ExportWriter writer = ExportWriter.published(StampFile.log(Objects.requireNonNull(stamps)), text);
        for (Stamp stamp : stamped) {
            writer.head(stamp.jws());
        }
        return new StringReader(text.toString());
    }

    private void tell(Report report) {
        report.findings().stream().limit(SHOWN).forEach(finding -> here.say(line(finding)));
        if (report.findings().size() > SHOWN) {
            here.say(here.texts().say("audit.more", report.findings().size() - SHOWN));
        }
        here.say(here.texts().say("audit.covered", report.entries(), report.covered(), report.heads()));
        here.say(here.texts().say(report.holds() ? "audit.holds" : "audit.broken", report.log()));
    }

    private String line(Finding finding) {
        String what = here.texts().say("audit." + finding.fault().word());
        String where = finding.to() - finding.from() == 1
                ? here.texts().say("audit.at", finding.from())
                : here.texts().say("audit.between", finding.from(), finding.to());
        return "%s: %s (%s). %s".formatted(finding.fault().word(), what, where, finding.detail());
    }

    private static ObjectNode json(Report report) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("log", report.log()).put("holds", report.holds());
        all.put("entries", report.entries()).put("covered", report.covered()).put("heads", report.heads());
        report.findings()
                .forEach(finding -> all.withArrayProperty("findings")
                        .addObject()
                        .put("fault", finding.fault().word())
                        .put("from", finding.from())
                        .put("to", finding.to())
                        .put("detail", finding.detail()));
        return all;
    }

    private Reader open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new NoSuchFileException(file.toString());
            }
            // bytes that are no text are the check's to name, with the line
            return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw common.wrongUse(here.texts().say("unreadable", file));
        }
    }

    private LogKey key(Path file) {
        try {
            return LogKey.ofPem(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw common.wrongUse(here.texts().say("unreadable", file));
        } catch (IllegalArgumentException none) {
            throw common.wrongUse(here.texts().say("audit.no-key", file));
        }
    }
}
