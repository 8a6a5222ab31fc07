package fr.tessere.operations.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * One message of RFC 5424, in ASCII only, so that it needs no mark of its encoding (§6.4).
 *
 * @param severity how urgent
 * @param at when the act took place, to the millisecond
 * @param host who sends, up to 255 characters
 * @param type what kind of message, up to 32 characters
 * @param content of the message
 */
record SyslogMessage(Severity severity, Instant at, String host, String type, String content) {
    /** Facility "log audit" (§6.2.1). */
    private static final int FACILITY = 13;

    private static final int HOST = 255;
    private static final int TYPE = 32;
    private static final String APPLICATION = "tessere";
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Numerical codes of §6.2.1. */
    enum Severity {
        /** Somebody has to look at once. */
        CRITICAL(2),
        /** A rule was met: somebody has to look. */
        ERROR(3),
        /** Something was refused. */
        WARNING(4),
        /** An act of staff. */
        NOTICE(5),
        /** An act of a citizen. */
        INFORMATIONAL(6);

        private final int code;

        Severity(int code) {
            this.code = code;
        }
    }

    SyslogMessage {
        host = printable(host, HOST);
        type = printable(type, TYPE);
        if (!content.chars().allMatch(one -> one >= ' ' && one < 0x7F)) {
            throw new IllegalArgumentException("the content of a message is ASCII on one line");
        }
    }

    /** The message behind the number of its octets (octet counting, RFC 6587 §3.4.1, RFC 5425 §4.3). */
    byte[] frame() {
        String message = "<%d>1 %s %s %s - %s - %s"
                .formatted(FACILITY * 8 + severity.code, TIME.format(at), host, APPLICATION, type, content);
        return (message.length() + " " + message).getBytes(StandardCharsets.US_ASCII);
    }

    /** A name of printable ASCII without spaces; {@code -} stands for nothing (§6). */
    private static String printable(String text, int most) {
        StringBuilder plain = new StringBuilder();
        text.chars().filter(one -> one > ' ' && one < 0x7F).limit(most).forEach(one -> plain.append((char) one));
        return plain.isEmpty() ? "-" : plain.toString();
    }
}
