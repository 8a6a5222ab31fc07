package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** What one file holds: certificates, revocation lists, master lists, as bytes that nobody has looked into. */
final class TrustObjects {
    private static final int MOST_ENTRIES = 200_000;
    private static final int SEQUENCE = 0x30;
    private static final Map<String, Kind> BY_ENDING = Map.of(
            "cer", Kind.CERTIFICATE,
            "crt", Kind.CERTIFICATE,
            "der", Kind.CERTIFICATE,
            "pem", Kind.CERTIFICATE,
            "crl", Kind.REVOCATION_LIST,
            "ml", Kind.MASTER_LIST);
    private static final Map<String, Kind> BY_TITLE =
            Map.of("CERTIFICATE", Kind.CERTIFICATE, "X509 CRL", Kind.REVOCATION_LIST, "CMS", Kind.MASTER_LIST);
    private static final Map<String, Kind> BY_ATTRIBUTE = Map.of(
            "usercertificate", Kind.CERTIFICATE,
            "cacertificate", Kind.CERTIFICATE,
            "certificaterevocationlist", Kind.REVOCATION_LIST,
            "pkdmasterlistcontent", Kind.MASTER_LIST,
            "cscamasterlistdata", Kind.MASTER_LIST);
    /** Kind and country in the name of an entry of the ICAO directory: {@code …,o=dsc,c=FR,dc=data,…}. */
    private static final Pattern PLACE = Pattern.compile("(?i).*,\\s*o=(dsc|crl|ml|csca),\\s*c=([a-z]{2,3}),\\s*dc=.*");

    private TrustObjects() {}

    /** What an object may be. */
    enum Kind {
        CERTIFICATE,
        REVOCATION_LIST,
        MASTER_LIST
    }

    /**
     * One object.
     *
     * @param kind what it is said to be
     * @param der its bytes
     * @param place where in the file, empty if it is alone in it
     * @param claim what a directory file says about it
     */
    record Found(Kind kind, Bytes der, String place, Optional<Claim> claim) {}

    /**
     * What a directory says about an object of its own.
     *
     * @param branch {@code dsc}, {@code crl}, {@code ml} or {@code csca}
     * @param country in upper case
     */
    record Claim(String branch, String country) {}

    /** All objects of a file, by the ending of its name. */
    static List<Found> of(String name, Bytes content) throws UnusableException {
        String ending = FolderContents.ending(name);
        if (ending.equals("ldif")) {
            return ofDirectory(content);
        }
        Kind kind = BY_ENDING.get(ending);
        if (kind == null) {
            throw new UnusableException(TrustFault.KIND_UNKNOWN, "a file with this ending is not read");
        }
        if (!content.isEmpty() && content.at(0) == SEQUENCE) {
            return List.of(new Found(kind, content, "", Optional.empty()));
        }
        return ofPem(content);
    }

    private static List<Found> ofPem(Bytes content) throws UnusableException {
        List<Found> objects = new ArrayList<>();
        try (PemReader reader = new PemReader(
                new InputStreamReader(new ByteArrayInputStream(content.toArray()), StandardCharsets.US_ASCII))) {
            for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
                Kind kind = BY_TITLE.get(object.getType());
                UnusableException.require(kind != null, TrustFault.MALFORMED, "PEM of another kind");
                objects.add(new Found(
                        java.util.Objects.requireNonNull(kind),
                        Bytes.of(object.getContent()),
                        "object " + (objects.size() + 1),
                        Optional.empty()));
            }
        } catch (IOException | RuntimeException malformed) {
            throw new UnusableException(TrustFault.MALFORMED, "neither DER nor PEM");
        }
        UnusableException.require(!objects.isEmpty(), TrustFault.MALFORMED, "neither DER nor PEM");
        return objects;
    }

    private static List<Found> ofDirectory(Bytes content) throws UnusableException {
        List<Found> objects = new ArrayList<>();
        LdifReader reader = new LdifReader(content);
        int entries = 0;
        for (Optional<LdifReader.Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
            LdifReader.Entry entry = next.get();
            UnusableException.require(++entries <= MOST_ENTRIES, TrustFault.TOO_LARGE, "too many entries");
            for (LdifReader.Value value : entry.values()) {
                Kind kind = BY_ATTRIBUTE.get(value.attribute());
                if (kind != null) {
                    objects.add(new Found(kind, value.content(), "line " + entry.line(), claim(entry.name())));
                }
            }
        }
        UnusableException.require(!objects.isEmpty(), TrustFault.MALFORMED, "a directory file with nothing in it");
        return objects;
    }

    private static Optional<Claim> claim(String name) {
        Matcher place = PLACE.matcher(name.length() > 4_000 ? "" : name);
        return place.matches()
                ? Optional.of(new Claim(
                        place.group(1).toLowerCase(Locale.ROOT), place.group(2).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
