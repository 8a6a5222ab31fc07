package fr.tessere.specimen.document;

import fr.tessere.protocol.card.FileId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A kind of document, as written in {@code profiles/*.json}. Every property must be there; an empty list or text means
 * none.
 *
 * @param summary one sentence by language ({@code en}, {@code fr})
 * @param holder a name in {@code people.json}
 * @param document what is printed
 * @param access what opens the chip
 * @param dataGroups words of the data groups on the chip
 * @param chipAuthentication static keys for Chip Authentication
 * @param activeAuthentication at most one key for Active Authentication
 * @param signature how the security object is signed
 */
record Profile(
        Map<String, String> summary,
        String holder,
        Document document,
        Access access,
        List<String> dataGroups,
        List<ChipKey> chipAuthentication,
        List<SigningChip> activeAuthentication,
        Signature signature) {

    /** The same with one other PACE. */
    Profile offering(Pace pace) {
        Access other = new Access(access.can(), access.bac(), List.of(pace));
        return new Profile(
                summary, holder, document, other, dataGroups, chipAuthentication, activeAuthentication, signature);
    }

    /** Dates as {@code 2026-01-31}; the others as in {@link Paper}. */
    record Document(
            Paper.Layout layout,
            String code,
            String issuingState,
            String number,
            String issued,
            String expiry,
            String optionalData) {
        Paper paper() {
            return new Paper(
                    layout, code, issuingState, number, LocalDate.parse(issued), LocalDate.parse(expiry), optionalData);
        }
    }

    /**
     * What opens the chip.
     *
     * @param can 6 digits, or empty if none is printed
     * @param bac true if the chip performs BAC
     * @param pace what EF.CardAccess announces; no file if nothing
     */
    record Access(String can, boolean bac, List<Pace> pace) {}

    /** For example {@code ECDH-GM-AES-128} with {@code brainpoolP256r1}. */
    record Pace(String protocol, String parameters) {}

    /**
     * One static key.
     *
     * @param suite for example {@code ECDH-AES-128}
     * @param curve for example {@code P-256}, or a group of {@link fr.tessere.specimen.chip.PrimeFieldPrivateKey#ofWord}
     * @param keyId -1 for none
     */
    record ChipKey(String suite, String curve, int keyId) {}

    /**
     * The key that signs challenges.
     *
     * @param key {@code rsa-1024}, {@code rsa-2048} or a curve
     * @param signature for example {@code RSA-SHA256}
     */
    record SigningChip(String key, String signature) {}

    /**
     * How the security object is signed.
     *
     * @param signer word of a document signer
     * @param ldsVersion 0 or 1
     * @param hash of the data groups, for example {@code SHA-256}
     */
    record Signature(String signer, int ldsVersion, String hash) {}

    List<FileId> files() {
        return dataGroups.stream()
                .map(word -> FileId.ofWord(word)
                        .orElseThrow(() -> new IllegalArgumentException("no data group is called " + word)))
                .toList();
    }
}
