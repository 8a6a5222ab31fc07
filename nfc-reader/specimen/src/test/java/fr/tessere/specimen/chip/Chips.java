package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Object mother: small chips whose files are only what the chip itself looks at. */
final class Chips {
    static final String CAN = "123456";
    static final MrzInformation MRZ = MrzInformation.of("L898902C", "690806", "940623");
    static final AccessSecrets SECRETS = new AccessSecrets(Optional.of(CAN), Optional.of(MRZ));
    static final Bytes COM = Bytes.ofHex("60145F0104303130365F36063034303030305C026175");
    static final Bytes DG2 = new StrictTlv(0x75, Bytes.of(new byte[40_000])).encode();
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Chips() {}

    /** A chip that PACE opens in the given ways. */
    static ChipContents withPace(PaceWay... ways) {
        return contents(cardAccess(ways), Set.of(AccessProtocol.PACE), List.of(), Optional.empty());
    }

    /** A chip that BAC opens. */
    static ChipContents withBac() {
        return contents(Optional.empty(), Set.of(AccessProtocol.BAC), List.of(), Optional.empty());
    }

    /** The same with these keys for Chip Authentication. */
    static ChipContents with(ChipContents chip, ChipAuthenticationKey... keys) {
        return chip.withKeys(List.of(keys), chip.chipMapping(), chip.activeAuthentication());
    }

    /** The same with this key for Active Authentication. */
    static ChipContents with(ChipContents chip, ActiveAuthenticationKey key) {
        return chip.withKeys(chip.chipAuthentication(), chip.chipMapping(), Optional.of(key));
    }

    /** The same with this key for PACE with chip authentication mapping. */
    static ChipContents with(ChipContents chip, ChipMappingKey key) {
        return chip.withKeys(chip.chipAuthentication(), List.of(key), chip.activeAuthentication());
    }

    static KeyPair ellipticKeys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    static KeyPair rsaKeys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", PROVIDER);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    static Bytes pkcs8(KeyPair keys) {
        return Bytes.of(keys.getPrivate().getEncoded());
    }

    static Bytes pkcs8(ECDomainParameters curve, BigInteger number) {
        try {
            return Bytes.of(PrivateKeyInfoFactory.createPrivateKeyInfo(new ECPrivateKeyParameters(number, curve))
                    .getEncoded());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** EF.CardAccess with one PACEInfo for each way. */
    static Optional<Bytes> cardAccess(PaceWay... ways) {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        for (PaceWay way : ways) {
            ASN1EncodableVector info = new ASN1EncodableVector();
            info.add(new ASN1ObjectIdentifier(way.oid()));
            info.add(new ASN1Integer(2));
            info.add(new ASN1Integer(way.parameterId()));
            infos.add(new DERSequence(info));
        }
        try {
            return Optional.of(Bytes.of(new DERSet(infos).getEncoded("DER")));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ChipContents contents(
            Optional<Bytes> cardAccess,
            Set<AccessProtocol> access,
            List<ChipAuthenticationKey> chipKeys,
            Optional<ActiveAuthenticationKey> activeKey) {
        Map<FileId, Bytes> files = new EnumMap<>(Map.of(FileId.COM, COM, FileId.DG2, DG2, FileId.DG3, COM));
        cardAccess.ifPresent(bytes -> files.put(FileId.CARD_ACCESS, bytes));
        return new ChipContents(files, SECRETS, access, chipKeys, activeKey, ChipSettings.DEFAULT);
    }

    /**
     * One PACEInfo.
     *
     * @param oid protocol, dotted
     * @param parameterId number of the standardised domain parameters
     */
    record PaceWay(String oid, int parameterId) {}
}
