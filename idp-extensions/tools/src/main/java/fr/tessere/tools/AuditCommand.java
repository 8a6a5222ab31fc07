package fr.tessere.tools;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The log that nobody can rewrite, seen from outside: {@code tessere audit}. */
@Command(name = "audit", sortOptions = false)
final class AuditCommand implements Runnable {
    private final Surroundings here;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    AuditCommand(Surroundings here) {
        this.here = here;
    }

    /** With its own commands. */
    static CommandLine with(Surroundings here) {
        return new CommandLine(new AuditCommand(here))
                .addSubcommand(new AuditVerifyCommand(here))
                .addSubcommand(new AuditKeepCommand(here))
                .addSubcommand(new AuditStampCommand(here))
                .addSubcommand(new AuditExportCommand(here));
    }

    @Override
    public void run() {
        throw common.wrongUse(here.texts().say("missing", "COMMAND"));
    }
}
