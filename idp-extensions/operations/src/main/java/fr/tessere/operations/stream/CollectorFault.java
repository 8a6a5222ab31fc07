package fr.tessere.operations.stream;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why a collector has not taken the log. */
enum CollectorFault {
    /** Nobody answers at its address, or the connection broke off. */
    AWAY("collector-away"),
    /** Its certificate is another host's. */
    OTHER_HOST("collector-other-host"),
    /** No authority that is trusted vouches for its certificate. */
    UNTRUSTED("collector-untrusted"),
    /** Its certificate is over, or not valid yet. */
    EXPIRED("collector-expired"),
    /** It does not take this server's certificate, or asks for one and gets none. */
    REFUSES_US("collector-refuses-certificate"),
    /** There is no TLS at its address, or none that we speak. */
    NO_TLS("collector-no-tls");

    /** Alerts about a certificate (RFC 8446 §6.2), as the JDK names them. */
    private static final Pattern ABOUT_CERTIFICATE = Pattern.compile(
            ".*Received fatal alert: (bad_certificate|unsupported_certificate|certificate_[a-z]+|unknown_ca|access_denied).*");

    private final String word;

    CollectorFault(String word) {
        this.word = word;
    }

    /** The stable word: in the server's log and in metrics. */
    String word() {
        return word;
    }

    /** What this accident means. */
    static CollectorFault of(Throwable accident) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable one = accident; one != null && causes.size() < 10; one = one.getCause()) {
            causes.add(one);
        }
        if (has(causes, CertificateExpiredException.class) || has(causes, CertificateNotYetValidException.class)) {
            return EXPIRED;
        }
        if (has(causes, CertPathBuilderException.class) || has(causes, CertPathValidatorException.class)) {
            return UNTRUSTED;
        }
        if (has(causes, CertificateException.class)) {
            // the chain held: what is left to compare is the name
            return OTHER_HOST;
        }
        if (causes.stream()
                .anyMatch(one -> ABOUT_CERTIFICATE
                        .matcher(String.valueOf(one.getMessage()))
                        .matches())) {
            return REFUSES_US;
        }
        return has(causes, SSLException.class) ? NO_TLS : AWAY;
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }
}
