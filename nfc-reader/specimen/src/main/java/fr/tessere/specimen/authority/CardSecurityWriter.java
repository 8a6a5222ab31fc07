package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Writes EF.CardSecurity (ICAO 9303-10 §3.11.4, 9303-11 §9.2.11): SecurityInfos, signed by a document signer. */
public final class CardSecurityWriter {
    /** id-SecurityObject. */
    private static final ASN1ObjectIdentifier SECURITY_OBJECT = new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

    private final DocumentSigner signer;
    private final Instant signingTime;
    private final List<MessageChange> changes;

    private CardSecurityWriter(DocumentSigner signer, Instant signingTime, List<MessageChange> changes) {
        this.signer = signer;
        this.signingTime = signingTime;
        this.changes = List.copyOf(changes);
    }

    /** The usual form: certificate and signed attributes inside. */
    public static CardSecurityWriter of(DocumentSigner signer, Instant signingTime) {
        return new CardSecurityWriter(signer, signingTime, List.of());
    }

    /** With a fault, or something unusual, in the message around the SecurityInfos. */
    public CardSecurityWriter with(MessageFault fault) {
        List<MessageChange> more = new ArrayList<>(changes);
        more.add(fault);
        return new CardSecurityWriter(signer, signingTime, more);
    }

    /** The whole file: SignedData around these SecurityInfos, DER. */
    public Bytes write(Bytes securityInfos) {
        return new MessageDraft(SECURITY_OBJECT, securityInfos, signer, signingTime).write(changes);
    }
}
