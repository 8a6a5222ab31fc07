package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.authenticity.ActiveAuthentication;
import fr.tessere.verification.authenticity.CardAccessCheck;
import fr.tessere.verification.authenticity.Challenge;
import fr.tessere.verification.authenticity.ChipAuthentication;
import fr.tessere.verification.authenticity.ChipSession;
import fr.tessere.verification.authenticity.PlainReading;
import fr.tessere.verification.authenticity.RemotePace;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.ActiveAuthenticationKey;
import fr.tessere.verification.lds.Announcement;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.passive.PassiveAuthentication;
import fr.tessere.verification.passive.SignedDocument;
import fr.tessere.verification.passive.SignedFile;
import fr.tessere.verification.passive.SignedSecurityInfos;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A signed document with what it says about its chip. Which proof it must give is decided from signed data alone: what a
 * reader leaves out does not make it weaker.
 *
 * @param document the signed document
 * @param infos from DG14
 * @param activeKey from DG15, if the document has one
 * @param cardAccess what the chip offers openly, unsigned
 * @param cardSecurity EF.CardSecurity, if it was sent; not yet verified
 * @param weaknesses what is accepted with reserve in these files
 */
record OpenedDocument(
        SignedDocument document,
        SecurityInfos infos,
        Optional<SignedFile> activeKey,
        Optional<Announcement> cardAccess,
        Optional<Bytes> cardSecurity,
        Set<Weakness> weaknesses) {

    /**
     * Compares DG14 and DG15 with the signed digests, and only then reads DG14; refuses {@code card-access-differs} an
     * EF.CardAccess that offers another PACE than DG14 signs.
     */
    static OpenedDocument of(SignedDocument document, Map<FileId, Bytes> files) throws RefusedException {
        Optional<SignedFile> dg14 = document.listed(FileId.DG14, Optional.ofNullable(files.get(FileId.DG14)));
        Optional<SignedFile> dg15 = document.listed(FileId.DG15, Optional.ofNullable(files.get(FileId.DG15)));
        SecurityInfos infos = dg14.isPresent() ? SecurityInfos.parse(dg14.get().raw()) : SecurityInfos.NONE;
        Bytes open = files.get(FileId.CARD_ACCESS);
        Optional<Announcement> cardAccess =
                open == null ? Optional.empty() : Optional.of(SecurityInfos.ofCardAccess(open));
        Set<Weakness> weaknesses = CardAccessCheck.compare(infos.announcement(), cardAccess);
        return new OpenedDocument(
                document, infos, dg15, cardAccess, Optional.ofNullable(files.get(FileId.CARD_SECURITY)), weaknesses);
    }

    /**
     * Chip Authentication where the State signed a key for it, else Active Authentication, else a PACE with mapping where
     * the chip announces one: that takes two scripts more than the others.
     */
    Proof strongestProof() {
        if (hasChipAuthentication()) {
            return Proof.CHIP_AUTHENTICATION;
        }
        if (activeKey.isPresent()) {
            return Proof.ACTIVE_AUTHENTICATION;
        }
        return announcesMapping() ? Proof.PACE_CHIP_AUTHENTICATION_MAPPING : Proof.NONE;
    }

    /** True if EF.CardAccess or the signed DG14 announces PACE with Chip Authentication Mapping. */
    boolean announcesMapping() {
        return RemotePace.isAnnouncedIn(infos.announcement())
                || cardAccess.map(RemotePace::isAnnouncedIn).orElse(false);
    }

    /** A key without a protocol is for Triple-DES, except on a chip with mapping, whose key it may be. */
    private boolean hasChipAuthentication() {
        return !infos.publicKeys().isEmpty() && (!infos.protocols().isEmpty() || !announcesMapping());
    }

    /** A new attempt at the strongest proof. */
    ChipSession newSession(ReadingRequest request, SecureRandom random, PassiveAuthentication passive, Instant at)
            throws RefusedException {
        return switch (strongestProof()) {
            case CHIP_AUTHENTICATION -> ChipAuthentication.begin(infos, random);
            case ACTIVE_AUTHENTICATION ->
                active(Challenge.fresh(random, request.handle(), request.clientId(), request.level()));
            case PACE_CHIP_AUTHENTICATION_MAPPING -> RemotePace.begin(signedInfos(passive, at), cardAccess, random);
            case NONE -> new PlainReading();
        };
    }

    private SignedSecurityInfos signedInfos(PassiveAuthentication passive, Instant at) throws RefusedException {
        return passive.cardSecurity(
                cardSecurity.orElseThrow(() -> new RefusedException(
                        RefusalCode.CARD_SECURITY_MISSING,
                        "the chip announces mapping and EF.CardSecurity was not sent")),
                document,
                at);
    }

    /** The attempt that waited for answers. */
    ChipSession session(PendingState state, ReadingRequest request, SecureRandom random) throws RefusedException {
        return switch (state.proof()) {
            case CHIP_AUTHENTICATION -> ChipAuthentication.restore(state.secret());
            case ACTIVE_AUTHENTICATION ->
                active(Challenge.of(state.secret(), request.handle(), request.clientId(), request.level()));
            case PACE_CHIP_AUTHENTICATION_MAPPING -> RemotePace.restore(state.secret(), random);
            case NONE -> new PlainReading();
        };
    }

    private ChipSession active(Challenge challenge) throws RefusedException {
        ActiveAuthenticationKey key =
                ActiveAuthenticationKey.parse(activeKey.orElseThrow().raw());
        return ActiveAuthentication.of(key, infos.activeAuthentication(), challenge);
    }
}
