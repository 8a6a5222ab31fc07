package fr.tessere.attack;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import fr.tessere.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Bytes that a server's threads allocate, as its own JVM counts them. Resident memory would not show them: a heap that was
 * once large stays, and what is collected at once leaves no trace.
 */
final class Allocated implements AutoCloseable {
    private final JMXConnector connector;
    private final ThreadMXBean threads;
    private Map<Long, Long> before = Map.of();

    private Allocated(JMXConnector connector) throws IOException {
        this.connector = connector;
        threads = ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    }

    /** Asks the JVM of this server. */
    static Allocated by(KeycloakServer server) {
        long pid = server.pids().stream().filter(Allocated::isJava).findFirst().orElseThrow();
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return new Allocated(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | IOException unreachable) {
            throw new AssertionError("the server's JVM tells nothing", unreachable);
        }
    }

    /** Counts from here. */
    void start() {
        before = ofEachThread();
    }

    /**
     * Bytes allocated since {@link #start()} by all threads of the server, whatever they did it for. None is missed: its
     * pools keep a thread that has nothing to do for longer than a call takes.
     */
    long bytes() {
        return ofEachThread().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Long, Long> ofEachThread() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> all = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            // -1: it ended meanwhile
            all.put(ids[i], Math.max(0, bytes[i]));
        }
        return all;
    }

    private static boolean isJava(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/java"))
                .isPresent();
    }
}
