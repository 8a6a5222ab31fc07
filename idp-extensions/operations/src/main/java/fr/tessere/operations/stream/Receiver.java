package fr.tessere.operations.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A collector of syslog messages at the other end of a TCP or TLS connection. Syslog has no acknowledgement, and what a socket took
 * may never arrive: so each batch goes over a connection of its own, which we end first. A collector that has read it to its
 * end ends it in order too, and only that counts as taken.
 */
final class Receiver {
    /** For the connection, and for each silence of the other side. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** As long as a collector needs to look at a certificate; milliseconds. */
    private static final int LISTENING = 3_000;
    /** So often a connection that is reset is tried again, to hear why. */
    private static final int TRIES = 5;

    private final String host;
    private final int port;
    private final Optional<SSLSocketFactory> secure;

    /** With TLS if there is a factory for it. */
    Receiver(String host, int port, Optional<SSLSocketFactory> secure) {
        this.host = host;
        this.port = port;
        this.secure = secure;
    }

    /**
     * Hands messages on; all of them were taken when this returns.
     *
     * @throws IOException if it is not known that all were taken
     */
    void take(List<SyslogMessage> messages) throws IOException {
        try (Socket socket = connected()) {
            OutputStream out = socket.getOutputStream();
            for (SyslogMessage message : messages) {
                out.write(message.frame());
            }
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            // a collector has nothing to say; whatever it says is passed over, as long as it comes to an end
            for (int read = in.read(), passed = 0; read >= 0; read = in.read()) {
                if (++passed > 1_000) {
                    throw new IOException("the collector talks");
                }
            }
        }
    }

    /** What it means that this batch was not taken. */
    CollectorFault why(Throwable accident) {
        CollectorFault fault = CollectorFault.of(accident);
        return secure.isPresent() && fault == CollectorFault.AWAY ? heard() : fault;
    }

    /**
     * In TLS 1.3 we write before the other side has seen our certificate: its refusal may be lost in a connection that is
     * reset. Who connects and writes nothing hears it, if not at once then soon: the reset may overtake it here, too.
     */
    private CollectorFault heard() {
        CollectorFault heard = CollectorFault.AWAY;
        for (int tries = 0; tries < TRIES && heard == CollectorFault.AWAY; tries++) {
            try (Socket socket = connected()) {
                socket.setSoTimeout(LISTENING);
                socket.getInputStream().read();
                return CollectorFault.AWAY;
            } catch (ConnectException | SocketTimeoutException silence) {
                return CollectorFault.AWAY;
            } catch (IOException refusal) {
                heard = CollectorFault.of(refusal);
            }
        }
        return heard;
    }

    private Socket connected() throws IOException {
        int millis = (int) PATIENCE.toMillis();
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            return secure.isPresent() ? secured(plain, secure.get()) : plain;
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    /** The certificate must be of this host (RFC 5425 §5.2); TLS 1.2 or later. */
    private Socket secured(Socket plain, SSLSocketFactory factory) throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
