package fr.tessere.tools.stamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamping authority on this machine, made with Bouncy Castle's generators; it can be wrong in several ways. */
public final class SpecimenAuthority implements AutoCloseable {
    /** How it answers. */
    enum Mood {
        HONEST,
        /** Stamps something else. */
        OTHER_DIGEST,
        /** An answer to somebody else's question. */
        OTHER_NONCE,
        /** Says no. */
        REFUSING,
        /** Its clock is an hour late. */
        LATE,
        /** Something else than was agreed. */
        GARBAGE,
        /** More than anybody asked for. */
        HUGE,
        /** A web page. */
        PAGE,
        /** A byte of its token is another one. */
        FORGED,
        /** Makes the same token as an honest one, and looks at no certificate. */
        BY_HAND
    }

    private static final String SIGNATURE = "SHA256withECDSA";

    private final HttpServer server;
    private final KeyPair issuerKey = key();
    private final KeyPair signerKey = key();
    private final X509Certificate issuer;
    private final X509Certificate signer;
    private Mood mood = Mood.HONEST;

    SpecimenAuthority(List<KeyPurposeId> purposes, Instant from, Duration life) throws Exception {
        issuer = certificate(
                "CN=Specimen stamps CA", issuerKey, issuerKey, true, List.of(), from, Duration.ofDays(3_650));
        signer = certificate("CN=Specimen stamps", signerKey, issuerKey, false, purposes, from, life);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** As it should be. */
    public static SpecimenAuthority honest() throws Exception {
        return new SpecimenAuthority(
                List.of(KeyPurposeId.id_kp_timeStamping), Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(30));
    }

    /** Whose certificate has these purposes; it makes its tokens by hand, since the generators would refuse. */
    static SpecimenAuthority of(KeyPurposeId... purposes) throws Exception {
        return new SpecimenAuthority(List.of(purposes), Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(30))
                .being(Mood.BY_HAND);
    }

    SpecimenAuthority being(Mood next) {
        mood = next;
        return this;
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The certificate that vouches for its own. */
    public byte[] issuerPem() {
        return pem(issuer);
    }

    byte[] signerPem() {
        return pem(signer);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] answer;
        try {
            answer = answer(new TimeStampRequest(exchange.getRequestBody().readAllBytes()));
        } catch (Exception broken) {
            throw new IOException(broken);
        }
        exchange.getResponseHeaders()
                .add("Content-Type", mood == Mood.PAGE ? "text/html" : "application/timestamp-reply");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private byte[] answer(TimeStampRequest request) throws Exception {
        if (mood == Mood.GARBAGE) {
            return "no stamp".getBytes(StandardCharsets.UTF_8);
        }
        if (mood == Mood.HUGE) {
            return new byte[StampReader.LARGEST + 1];
        }
        if (mood == Mood.BY_HAND) {
            return HandMade.response(request, SIGNATURE, signerKey.getPrivate(), signer);
        }
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, signerKey.getPrivate(), signer),
                new JcaDigestCalculatorProviderBuilder().build().get(digest()),
                new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(List.of(signer)));
        TimeStampResponseGenerator responses = new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256));
        Instant now = Instant.now().minus(mood == Mood.LATE ? Duration.ofHours(1) : Duration.ZERO);
        byte[] response = (mood == Mood.REFUSING
                        ? responses.generateRejectedResponse(new IllegalStateException("no"))
                        : responses.generate(stamped(request), BigInteger.TEN, Date.from(now)))
                .getEncoded();
        if (mood == Mood.FORGED) {
            response[response.length - 1] ^= 1;
        }
        return response;
    }

    private TimeStampRequest stamped(TimeStampRequest asked) throws IOException {
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(true);
        return switch (mood) {
            case OTHER_DIGEST -> other.generate(TSPAlgorithms.SHA256, new byte[32], asked.getNonce());
            case OTHER_NONCE -> other.generate(TSPAlgorithms.SHA256, asked.getMessageImprintDigest(), BigInteger.ONE);
            default -> asked;
        };
    }

    private static org.bouncycastle.asn1.x509.AlgorithmIdentifier digest() {
        return new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256);
    }

    private static X509Certificate certificate(
            String name,
            KeyPair key,
            KeyPair issuer,
            boolean issues,
            List<KeyPurposeId> purposes,
            Instant from,
            Duration life)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Specimen stamps CA"),
                BigInteger.valueOf(from.getEpochSecond() + name.length()),
                Date.from(from),
                Date.from(from.plus(life)),
                new X500Name(name),
                key.getPublic());
        if (issues) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        } else if (!purposes.isEmpty()) {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purposes.toArray(new KeyPurposeId[0])));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(issuer.getPrivate())));
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] pem(X509Certificate certificate) {
        try {
            return ("-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
