package fr.tessere.bench;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.SpecimenCard;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.authenticity.ChipAuthentication;
import fr.tessere.verification.authenticity.ChipSession;
import fr.tessere.verification.authenticity.ReadPlan;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.SignedMessage;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.VerificationKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * A specimen with Chip Authentication as a reader read it, with one session of the server and the chip's answers in it.
 *
 * @param files what the reader sends first
 * @param dataGroup DG1
 * @param session keys were agreed with the chip
 * @param plan what was read
 * @param answers of the chip to the session's script
 */
record DocumentRead(UnverifiedFiles files, Bytes dataGroup, ChipSession session, ReadPlan plan, List<Bytes> answers) {
    private static final Set<FileId> WANTED = Set.of(FileId.DG1);
    private static final ASN1ObjectIdentifier SECURITY_OBJECT = new ASN1ObjectIdentifier("2.23.136.1.1.1");

    /** Reads a specimen of this profile once. */
    static DocumentRead of(String profile, SecureRandom random) throws Exception {
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(profile))) {
            Bytes dataGroup = card.document().fileOf(FileId.DG1);
            OpenedChip chip = card.open(card.channel());
            UnverifiedFiles files = chip.readFiles(WANTED);
            Bytes infos = Objects.requireNonNull(files.files().get(FileId.DG14));
            ChipSession session = ChipAuthentication.begin(SecurityInfos.parse(infos), random);
            ReadPlan plan = new ReadPlan(Map.of(FileId.DG1, dataGroup.length()), session.block(files.largestAnswer()));
            List<ScriptCommand> script = session.script(plan, files.largestAnswer());
            ChipAnswers answers = chip.play(new ChipScript(Limits.VERSION, 1, false, script));
            return new DocumentRead(files, dataGroup, session, plan, answers.answers());
        }
    }

    /** DG14. */
    Bytes infos() {
        return Objects.requireNonNull(files.files().get(FileId.DG14));
    }

    /** The chip's key for Chip Authentication, on the curve that its parameters spell out. */
    ECPublicKeyParameters chipKey() throws RefusedException {
        SubjectPublicKeyInfo key =
                SecurityInfos.parse(infos()).publicKeys().get(0).key();
        return VerificationKey.decode(key, RefusalCode.CHIP_KEY_MALFORMED).ec().orElseThrow();
    }

    /** The certificate of its document signer. */
    SignedCertificate signer(TrustAnchors anchors) throws Exception {
        return SignedMessage.parse(StrictTlv.parse(files.sod()).value(), SECURITY_OBJECT)
                .signerCertificate(anchors, SignedCertificate::parse)
                .orElseThrow();
    }

    /** What cannot be done without. */
    BareOperations bare(TrustAnchors anchors) throws Exception {
        SecurityInfos.ChipPublicKey key =
                SecurityInfos.parse(infos()).publicKeys().get(0);
        List<Bytes> commands = session.script(plan, files.largestAnswer()).stream()
                .filter(command -> command.wrapping() == ScriptCommand.Wrapping.SERVER)
                .map(ScriptCommand::apdu)
                .toList();
        List<Bytes> behindAgreement = answers.subList(answers.size() - commands.size(), answers.size());
        return new BareOperations(
                StrictTlv.parse(files.sod()).value(),
                signer(anchors),
                chipKey(),
                keyLength(),
                Stream.of(infos(), dataGroup).toList(),
                commands,
                behindAgreement);
    }

    private int keyLength() throws Exception {
        String oid = SecurityInfos.parse(infos()).protocols().get(0).oid();
        // the last number of the protocol: 2, 3 and 4 are AES with 128, 192 and 256 bits (ICAO 9303-11 §9.2.5)
        return 8 * Integer.parseInt(oid.substring(oid.lastIndexOf('.') + 1));
    }
}
