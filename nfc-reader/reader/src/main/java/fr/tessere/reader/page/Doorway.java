package fr.tessere.reader.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Hands on what arrives at a listening socket that somebody else opened for this program: a session manager that starts
 * it when the first connection comes. The JDK's HTTP server can only listen itself.
 */
final class Doorway implements AutoCloseable {
    /** A browser opens six; more wait. */
    private static final int AT_ONCE = 32;

    private final ServerSocketChannel door;
    private final InetSocketAddress inside;
    private final ExecutorService carriers = Executors.newCachedThreadPool(PageServer::daemon);
    private final Semaphore free = new Semaphore(AT_ONCE);

    private Doorway(ServerSocketChannel door, InetSocketAddress inside) {
        this.door = door;
        this.inside = inside;
    }

    /**
     * Begins to hand on.
     *
     * @param door listens on 127.0.0.1, see {@link #port}
     * @param inside where the page itself listens
     */
    static Doorway open(ServerSocketChannel door, InetSocketAddress inside) {
        Doorway doorway = new Doorway(door, inside);
        doorway.carriers.execute(doorway::accept);
        return doorway;
    }

    /**
     * Where people find the door.
     *
     * @throws IOException if other machines could reach it
     */
    static int port(ServerSocketChannel door) throws IOException {
        if (door.getLocalAddress() instanceof InetSocketAddress address
                && address.getAddress().getHostAddress().equals("127.0.0.1")) {
            return address.getPort();
        }
        throw new IOException("the socket that was handed over does not listen on 127.0.0.1");
    }

    private void accept() {
        while (door.isOpen()) {
            try {
                free.acquire();
                SocketChannel outside = door.accept();
                carriers.execute(() -> carry(outside));
            } catch (IOException closed) {
                return;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void carry(SocketChannel outside) {
        try (outside;
                Socket page = new Socket(inside.getAddress(), inside.getPort())) {
            carriers.execute(() -> copy(outside.socket(), page));
            InputStream answer = page.getInputStream();
            // the socket's streams: those of a channel read and write one after the other
            answer.transferTo(outside.socket().getOutputStream());
        } catch (IOException gone) {
            // the browser left, or the page did: both sides are closed
        } finally {
            free.release();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // the other direction ends too
        }
    }

    @Override
    public void close() {
        carriers.shutdownNow();
        try {
            door.close();
        } catch (IOException closedBefore) {
            // nothing is left to close
        }
    }
}
