package fr.tessere.specimen.cli;

import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import fr.tessere.specimen.link.VirtualReaderLink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code specimen serve}: the document's chip on a loopback port or in the virtual PC/SC reader, until it is ended. */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private final Texts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Option(names = "--port", paramLabel = "N")
    private @Nullable Integer port;

    @Option(names = "--pcsc")
    private boolean pcsc;

    @Option(names = "--vpcd-port", paramLabel = "N")
    private int readerPort = VirtualReaderLink.DEFAULT_PORT;

    ServeCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ChipContents contents = Specimens.open(file).contents();
        return pcsc ? inReader(contents) : onPort(contents, port == null ? 0 : port);
    }

    private int onPort(ChipContents contents, int wanted) throws InterruptedException {
        try (ChipServer server = ChipServer.start(new SoftwareChip(contents), wanted)) {
            say("listening 127.0.0.1:" + server.port());
            server.awaitEnd();
            return SpecimenCommand.DONE;
        }
    }

    /** Ends with a failure when the reader goes away; with a port too, the chip stays reachable there. */
    private int inReader(ChipContents contents) throws InterruptedException {
        try (VirtualReaderLink link = VirtualReaderLink.connect(new SoftwareChip(contents), readerPort)) {
            say("in-reader 127.0.0.1:" + readerPort);
            if (port != null) {
                return onPort(contents, port);
            }
            link.awaitEnd();
            throw new IllegalStateException(texts.say("reader-gone"));
        }
    }

    /** One line for programs that wait for it, in no language. */
    private void say(String line) {
        PrintWriter out = Output.of(spec);
        out.println(line);
        out.flush();
    }
}
