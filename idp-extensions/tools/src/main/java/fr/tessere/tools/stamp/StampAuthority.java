package fr.tessere.tools.stamp;

import fr.tessere.tools.stamp.InvalidStampException.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks a time-stamping authority over HTTP (RFC 3161 §3.4) for a stamp of now, and believes nothing that it cannot check. */
public final class StampAuthority {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How far its clock and ours may be apart. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final int NONCE_BITS = 64;

    private final URI address;
    private final StampReader reader;
    private final SecureRandom random;
    private final Clock clock;

    public StampAuthority(URI address, StampReader reader, SecureRandom random, Clock clock) {
        this.address = address;
        this.reader = reader;
        this.random = random;
        this.clock = clock;
    }

    /** A stamp over this head. */
    public Stamp stamp(String jws) throws InvalidStampException {
        TimeStampRequestGenerator form = new TimeStampRequestGenerator();
        form.setCertReq(true);
        TimeStampRequest request =
                form.generate(TSPAlgorithms.SHA256, StampReader.digest(jws), new BigInteger(NONCE_BITS, random));
        Stamp stamp = reader.read(jws, token(request));
        if (Duration.between(stamp.at(), clock.instant()).abs().compareTo(SLACK) > 0) {
            throw new InvalidStampException(Cause.TIME);
        }
        return stamp;
    }

    private byte[] token(TimeStampRequest request) throws InvalidStampException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer(request.getEncoded()));
            int status = response.getStatus();
            if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
                throw new InvalidStampException(Cause.REFUSED);
            }
            validate(response, request);
            return response.getTimeStampToken().getEncoded();
        } catch (IOException | TSPException | RuntimeException malformed) {
            throw new InvalidStampException(Cause.MALFORMED);
        }
    }

    /** Same nonce, same digest, same policy (§2.4.2). */
    private static void validate(TimeStampResponse response, TimeStampRequest request) throws InvalidStampException {
        try {
            response.validate(request);
        } catch (TSPException other) {
            throw new InvalidStampException(Cause.OTHER_REQUEST);
        }
    }

    private byte[] answer(byte[] request) throws InvalidStampException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> answer =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(post, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                boolean stamp = answer.statusCode() == 200
                        && answer.headers()
                                .firstValue("Content-Type")
                                .filter("application/timestamp-reply"::equals)
                                .isPresent();
                byte[] read = body.readNBytes(StampReader.LARGEST + 1);
                if (!stamp || read.length > StampReader.LARGEST) {
                    throw new InvalidStampException(stamp ? Cause.MALFORMED : Cause.NO_ANSWER);
                }
                return read;
            }
        } catch (IOException away) {
            throw new InvalidStampException(Cause.NO_ANSWER);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InvalidStampException(Cause.NO_ANSWER);
        }
    }
}
