package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.verification.authenticity.ActiveAuthentication;
import fr.tessere.verification.authenticity.Challenge;
import fr.tessere.verification.authenticity.ChipAuthentication;
import fr.tessere.verification.authenticity.ChipSession;
import fr.tessere.verification.authenticity.PlainReading;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.ActiveAuthenticationKey;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.passive.SignedDocument;
import fr.tessere.verification.passive.SignedFile;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * A signed document with what it says about its chip. Which proof it must give is decided from signed data alone: what a
 * reader leaves out does not make it weaker.
 *
 * @param document the signed document
 * @param infos from DG14
 * @param activeKey from DG15, if the document has one
 */
record OpenedDocument(SignedDocument document, SecurityInfos infos, Optional<SignedFile> activeKey) {

    /** Compares DG14 and DG15 with the signed digests, and only then reads DG14. */
    static OpenedDocument of(SignedDocument document, Map<FileId, Bytes> files) throws RefusedException {
        Optional<SignedFile> dg14 = document.listed(FileId.DG14, Optional.ofNullable(files.get(FileId.DG14)));
        Optional<SignedFile> dg15 = document.listed(FileId.DG15, Optional.ofNullable(files.get(FileId.DG15)));
        SecurityInfos infos = dg14.isPresent() ? SecurityInfos.parse(dg14.get().raw()) : SecurityInfos.NONE;
        return new OpenedDocument(document, infos, dg15);
    }

    /** Chip Authentication where the State signed a key for it, else Active Authentication, else none. */
    Proof strongestProof() {
        if (!infos.publicKeys().isEmpty()) {
            return Proof.CHIP_AUTHENTICATION;
        }
        return activeKey.isPresent() ? Proof.ACTIVE_AUTHENTICATION : Proof.NONE;
    }

    /** A new attempt at the strongest proof. */
    ChipSession newSession(ReadingRequest request, SecureRandom random) throws RefusedException {
        return switch (strongestProof()) {
            case CHIP_AUTHENTICATION -> ChipAuthentication.begin(infos, random);
            case ACTIVE_AUTHENTICATION ->
                active(Challenge.fresh(random, request.handle(), request.clientId(), request.level()));
            case NONE -> new PlainReading();
        };
    }

    /** The attempt that waited for answers. */
    ChipSession session(PendingState state, ReadingRequest request) throws RefusedException {
        return switch (state.proof()) {
            case CHIP_AUTHENTICATION -> ChipAuthentication.restore(state.secret());
            case ACTIVE_AUTHENTICATION ->
                active(Challenge.of(state.secret(), request.handle(), request.clientId(), request.level()));
            case NONE -> new PlainReading();
        };
    }

    private ChipSession active(Challenge challenge) throws RefusedException {
        ActiveAuthenticationKey key =
                ActiveAuthenticationKey.parse(activeKey.orElseThrow().raw());
        return ActiveAuthentication.of(key, infos.activeAuthentication(), challenge);
    }
}
