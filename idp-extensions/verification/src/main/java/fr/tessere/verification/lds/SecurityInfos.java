package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * How the chip can prove itself (ICAO 9303-11 §9.2): DG14, or what EF.CardSecurity signs. Entries of other protocols are
 * passed over.
 *
 * @param publicKeys static keys for Chip Authentication and its mapping in PACE
 * @param protocols protocols for Chip Authentication
 * @param activeAuthentication object identifier of the signature for Active Authentication, or empty
 * @param announcement all entries as they are written
 */
public record SecurityInfos(
        List<ChipPublicKey> publicKeys,
        List<ChipProtocol> protocols,
        String activeAuthentication,
        Announcement announcement) {
    private static final String PUBLIC_KEY = "0.4.0.127.0.7.2.2.1.";
    /** The protocols: key agreement, then cipher. Without the last number it says domain parameters only. */
    private static final Pattern CHIP_AUTHENTICATION =
            Pattern.compile("0\\.4\\.0\\.127\\.0\\.7\\.2\\.2\\.3\\.\\d+\\.\\d+");

    private static final String ACTIVE_AUTHENTICATION = "2.23.136.1.1.5";
    /** Stands for "the only key": no key identifier was given. */
    private static final BigInteger NO_KEY_ID = BigInteger.ONE.negate();

    /** A document without DG14. */
    public static final SecurityInfos NONE = new SecurityInfos(List.of(), List.of(), "", Announcement.NONE);

    public SecurityInfos {
        publicKeys = List.copyOf(publicKeys);
        protocols = List.copyOf(protocols);
    }

    /**
     * ChipAuthenticationPublicKeyInfo.
     *
     * @param oid id-PK-DH or id-PK-ECDH
     * @param key the key with its domain parameters
     * @param id the key's identifier, negative if none
     */
    public record ChipPublicKey(String oid, SubjectPublicKeyInfo key, BigInteger id) {
        /** The key's identifier, if the chip has several keys. */
        public Optional<BigInteger> keyId() {
            return id.signum() < 0 ? Optional.empty() : Optional.of(id);
        }
    }

    /**
     * ChipAuthenticationInfo.
     *
     * @param oid the protocol
     * @param version 1 is the one of travel documents; 2 and 3 belong to identity functions of other applications
     * @param id identifier of the key it is for, negative if none
     */
    public record ChipProtocol(String oid, int version, BigInteger id) {}

    /** Reads EF.DG14. */
    public static SecurityInfos parse(Bytes raw) throws RefusedException {
        Bytes content = FileContent.of(FileId.DG14, raw);
        return Guarded.parse(RefusalCode.DATA_GROUP_MALFORMED, "dg14", () -> read(content.toArray()));
    }

    /** Reads what EF.CardSecurity signs. */
    public static SecurityInfos ofCardSecurity(byte[] content) throws RefusedException {
        try {
            return Guarded.parse(RefusalCode.CARD_SECURITY_MALFORMED, "SecurityInfos", () -> read(content));
        } catch (RefusedException refusal) {
            throw new RefusedException(RefusalCode.CARD_SECURITY_MALFORMED, refusal.detail());
        }
    }

    /** Reads EF.CardAccess, which nobody signed; refuses {@code card-access-differs} what is no list of SecurityInfos. */
    public static Announcement ofCardAccess(Bytes raw) throws RefusedException {
        return Guarded.parse(RefusalCode.CARD_ACCESS_DIFFERS, "EF.CardAccess", () -> {
            StrictTlv.parse(FileId.CARD_ACCESS.tag(), raw);
            return Announcement.of(ASN1Set.getInstance(raw.toArray()));
        });
    }

    private static SecurityInfos read(byte[] content) throws RefusedException, IOException {
        List<ChipPublicKey> keys = new ArrayList<>();
        List<ChipProtocol> protocols = new ArrayList<>();
        String active = "";
        ASN1Set infos = ASN1Set.getInstance(content);
        for (ASN1Encodable element : infos) {
            ASN1Sequence info = ASN1Sequence.getInstance(element);
            require(info.size() == 2 || info.size() == 3, "a SecurityInfo has 2 or 3 parts, got " + info.size());
            String oid = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId();
            if (oid.startsWith(PUBLIC_KEY)) {
                keys.add(new ChipPublicKey(oid, SubjectPublicKeyInfo.getInstance(info.getObjectAt(1)), keyId(info)));
            } else if (CHIP_AUTHENTICATION.matcher(oid).matches()) {
                protocols.add(new ChipProtocol(oid, chipAuthenticationVersion(info), keyId(info)));
            } else if (oid.equals(ACTIVE_AUTHENTICATION)) {
                require(version(info).hasValue(1) && info.size() == 3, "ActiveAuthenticationInfo is not version 1");
                require(active.isEmpty(), "two ActiveAuthenticationInfo");
                active = ASN1ObjectIdentifier.getInstance(info.getObjectAt(2)).getId();
            }
        }
        return new SecurityInfos(keys, protocols, active, Announcement.of(infos));
    }

    private static int chipAuthenticationVersion(ASN1Sequence info) throws RefusedException {
        BigInteger version = version(info).getValue();
        require(
                version.signum() > 0 && version.bitLength() <= 2,
                "ChipAuthenticationInfo of version " + (version.bitLength() > 31 ? "?" : version));
        return version.intValueExact();
    }

    private static ASN1Integer version(ASN1Sequence info) {
        return ASN1Integer.getInstance(info.getObjectAt(1));
    }

    private static BigInteger keyId(ASN1Sequence info) throws RefusedException {
        if (info.size() == 2) {
            return NO_KEY_ID;
        }
        BigInteger id = ASN1Integer.getInstance(info.getObjectAt(2)).getValue();
        require(id.signum() >= 0 && id.bitLength() <= 64, "a key identifier out of range");
        return id;
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.DATA_GROUP_MALFORMED, "SecurityInfos: " + detail);
    }
}
