package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * DG14: how the chip can prove itself (ICAO 9303-11 §9.2). Entries of other protocols are passed over.
 *
 * @param publicKeys static keys for Chip Authentication
 * @param protocols protocols for Chip Authentication
 * @param activeAuthentication object identifier of the signature for Active Authentication, or empty
 */
public record SecurityInfos(List<ChipPublicKey> publicKeys, List<ChipProtocol> protocols, String activeAuthentication) {
    private static final String PUBLIC_KEY = "0.4.0.127.0.7.2.2.1.";
    private static final String CHIP_AUTHENTICATION = "0.4.0.127.0.7.2.2.3.";
    private static final String ACTIVE_AUTHENTICATION = "2.23.136.1.1.5";
    /** Stands for "the only key": no key identifier was given. */
    private static final BigInteger NO_KEY_ID = BigInteger.ONE.negate();

    /** A document without DG14. */
    public static final SecurityInfos NONE = new SecurityInfos(List.of(), List.of(), "");

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
     * ChipAuthenticationInfo, version 1.
     *
     * @param oid the protocol
     * @param id identifier of the key it is for, negative if none
     */
    public record ChipProtocol(String oid, BigInteger id) {}

    /** Reads EF.DG14. */
    public static SecurityInfos parse(Bytes raw) throws RefusedException {
        Bytes content = FileContent.of(FileId.DG14, raw);
        return Guarded.parse(RefusalCode.DATA_GROUP_MALFORMED, "dg14", () -> read(content.toArray()));
    }

    private static SecurityInfos read(byte[] content) throws RefusedException {
        List<ChipPublicKey> keys = new ArrayList<>();
        List<ChipProtocol> protocols = new ArrayList<>();
        String active = "";
        for (ASN1Encodable element : ASN1Set.getInstance(content)) {
            ASN1Sequence info = ASN1Sequence.getInstance(element);
            require(info.size() == 2 || info.size() == 3, "a SecurityInfo has 2 or 3 parts, got " + info.size());
            String oid = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId();
            if (oid.startsWith(PUBLIC_KEY)) {
                keys.add(new ChipPublicKey(oid, SubjectPublicKeyInfo.getInstance(info.getObjectAt(1)), keyId(info)));
            } else if (oid.startsWith(CHIP_AUTHENTICATION) && version(info).hasValue(1)) {
                protocols.add(new ChipProtocol(oid, keyId(info)));
            } else if (oid.equals(ACTIVE_AUTHENTICATION)) {
                require(version(info).hasValue(1) && info.size() == 3, "ActiveAuthenticationInfo is not version 1");
                require(active.isEmpty(), "two ActiveAuthenticationInfo");
                active = ASN1ObjectIdentifier.getInstance(info.getObjectAt(2)).getId();
            }
        }
        return new SecurityInfos(keys, protocols, active);
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
        RefusedException.require(holds, RefusalCode.DATA_GROUP_MALFORMED, "dg14: " + detail);
    }
}
