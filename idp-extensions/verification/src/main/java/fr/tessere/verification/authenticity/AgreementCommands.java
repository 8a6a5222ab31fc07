package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.util.BigIntegers;

/** The commands that tell the chip which key to use and hand over the server's ephemeral key (ICAO 9303-11 §6.2.4). */
final class AgreementCommands {
    private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
    private static final int GENERAL_AUTHENTICATE = 0x86;
    private static final int SET = 0x41;
    private static final int AUTHENTICATION_TEMPLATE = 0xA4;
    private static final int KEY_AGREEMENT_TEMPLATE = 0xA6;

    private AgreementCommands() {}

    static List<CommandApdu> of(ChipKey chip, Bytes ephemeralPublicKey) {
        Bytes keyId = chip.keyId()
                .map(id -> new StrictTlv(0x84, Bytes.of(BigIntegers.asUnsignedByteArray(id))).encode())
                .orElse(Bytes.EMPTY);
        if (!chip.suite().isAes()) {
            Bytes data = Bytes.concat(new StrictTlv(0x91, ephemeralPublicKey).encode(), keyId);
            return List.of(new CommandApdu(0, MANAGE_SECURITY_ENVIRONMENT, SET, KEY_AGREEMENT_TEMPLATE, data, 0));
        }
        Bytes protocol = new StrictTlv(0x80, oid(chip.suite().oid(chip.key().isElliptic()))).encode();
        Bytes key = new StrictTlv(0x7C, new StrictTlv(0x80, ephemeralPublicKey).encode()).encode();
        return List.of(
                new CommandApdu(
                        0, MANAGE_SECURITY_ENVIRONMENT, SET, AUTHENTICATION_TEMPLATE, Bytes.concat(protocol, keyId), 0),
                new CommandApdu(0, GENERAL_AUTHENTICATE, 0, 0, key, 256));
    }

    /** The value of an object identifier, without tag and length. */
    static Bytes oid(String oid) {
        try {
            return Bytes.of(new ASN1ObjectIdentifier(oid).getEncoded()).from(2);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
