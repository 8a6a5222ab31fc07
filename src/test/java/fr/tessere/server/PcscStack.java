package fr.tessere.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PC/SC service with a virtual reader: Debian's packages pcscd and vsmartcard-vpcd. A service that runs already
 * is used as it is; otherwise one is started with a virtual reader on a free port.
 */
public final class PcscStack implements AutoCloseable {
    /** Where the virtual reader listens by default. */
    private static final int DEFAULT_PORT = 35_963;

    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
    private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    /** Java looks for it under a name that Debian only has in a development package. */
    static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/libpcsclite.so.1");

    private final int port;
    private final Optional<ChildProcess> started;

    private PcscStack(int port, Optional<ChildProcess> started) {
        this.port = port;
        this.started = started;
    }

    /** The running stack. The test is skipped, with a line that says why, where the packages are missing. */
    public static PcscStack start() {
        Assumptions.assumeTrue(
                Files.exists(DAEMON) && Files.exists(DRIVER) && Files.exists(LIBRARY),
                "PC/SC is not installed here: apt-get install pcscd vsmartcard-vpcd libpcsclite1");
        System.setProperty("sun.security.smartcardio.library", LIBRARY.toString());
        if (answers()) {
            return new PcscStack(DEFAULT_PORT, Optional.empty());
        }
        Assumptions.assumeTrue(
                Files.isWritable(Path.of("/run")),
                "PC/SC does not run, and this user may not start it: /run is closed");
        int port = Ports.free();
        ChildProcess daemon = ChildProcess.start(
                List.of(DAEMON.toString(), "--foreground", "--config", config(port)), Map.of(), log());
        PcscStack stack = new PcscStack(port, Optional.of(daemon));
        Waiting.until("the virtual reader listens", Duration.ofSeconds(20), () -> listens(port));
        return stack;
    }

    /** Where a virtual card connects to. */
    public InetSocketAddress virtualReader() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        started.ifPresent(ChildProcess::close);
    }

    private static String config(int port) {
        try {
            Path folder = Files.createDirectories(folder().resolve("reader.conf.d"));
            Files.createDirectories(SOCKET.getParent());
            Files.writeString(folder.resolve("virtual"), """
                    FRIENDLYNAME "Virtual PCD"
                    DEVICENAME   /dev/null:0x%X
                    LIBPATH      %s
                    CHANNELID    0x%X
                    """.formatted(port, DRIVER, port));
            return folder.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path log() {
        return folder().resolve("pcscd.log");
    }

    private static Path folder() {
        return Folders.target().resolve("pcsc");
    }

    private static boolean answers() {
        try (java.nio.channels.SocketChannel channel =
                java.nio.channels.SocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            return channel.connect(java.net.UnixDomainSocketAddress.of(SOCKET));
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean listens(int port) {
        // a look at the kernel's table and no connection: the reader would take one for a card
        String hex = ":%04X ".formatted(port);
        return java.util.stream.Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .anyMatch(table -> {
                    try {
                        return Files.readString(table).contains(hex);
                    } catch (IOException none) {
                        return false;
                    }
                });
    }
}
