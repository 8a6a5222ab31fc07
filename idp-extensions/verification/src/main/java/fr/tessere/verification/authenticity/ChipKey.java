package fr.tessere.verification.authenticity;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.lds.SecurityInfos.ChipProtocol;
import fr.tessere.verification.lds.SecurityInfos.ChipPublicKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A static key of the chip for Chip Authentication, with the best protocol that goes with it (ICAO 9303-11 §6.2.4).
 *
 * @param suite cipher of the channel
 * @param key the key
 * @param keyId which of several keys, if the chip has several
 */
record ChipKey(ChipSuite suite, StaticKey key, Optional<BigInteger> keyId) {
    private static final String DH_KEY = "0.4.0.127.0.7.2.2.1.1";
    private static final String ECDH_KEY = "0.4.0.127.0.7.2.2.1.2";
    /** The longest cipher key first, then the strongest group, then the quicker one. */
    private static final Comparator<ChipKey> WEAKEST_FIRST = Comparator.comparing((ChipKey chip) -> chip.suite())
            .thenComparing(chip -> chip.key().strength())
            .thenComparing(chip -> chip.key().isElliptic());

    /**
     * The strongest key that can be used; refuses with the cause of the last one that cannot: {@code chip-algorithm},
     * {@code chip-key-malformed}, {@code chip-key-weak}.
     */
    static ChipKey best(SecurityInfos infos) throws RefusedException {
        requireKnownIdentifiers(infos);
        List<ChipKey> usable = new ArrayList<>();
        RefusedException cause =
                new RefusedException(RefusalCode.CHIP_ALGORITHM, "dg14 has no key for Chip Authentication");
        for (ChipPublicKey key : infos.publicKeys()) {
            try {
                usable.add(read(key, infos));
            } catch (RefusedException refusal) {
                cause = refusal;
            }
        }
        if (usable.isEmpty()) {
            throw cause;
        }
        return usable.stream().max(WEAKEST_FIRST).orElseThrow();
    }

    private static ChipKey read(ChipPublicKey key, SecurityInfos infos) throws RefusedException {
        RefusedException.require(
                key.oid().equals(ECDH_KEY) || key.oid().equals(DH_KEY),
                RefusalCode.CHIP_ALGORITHM,
                "a key for Chip Authentication with " + key.oid());
        boolean elliptic = key.oid().equals(ECDH_KEY);
        ChipSuite suite = suite(key, elliptic, infos);
        StaticKey checked = elliptic ? CurveKey.of(key.key()) : PrimeFieldKey.of(key.key());
        return new ChipKey(suite, checked, key.keyId());
    }

    /** No protocol entry at all means Triple-DES: documents from before that entry existed (§9.2.5). */
    private static ChipSuite suite(ChipPublicKey key, boolean elliptic, SecurityInfos infos) throws RefusedException {
        if (infos.protocols().isEmpty()) {
            return ChipSuite.TRIPLE_DES;
        }
        boolean only = infos.publicKeys().size() == 1;
        List<ChipProtocol> fitting = infos.protocols().stream()
                .filter(protocol ->
                        protocol.id().equals(key.id()) || only && protocol.id().signum() < 0)
                .toList();
        return fitting.stream()
                .filter(protocol -> protocol.version() == 1)
                .flatMap(protocol -> ChipSuite.ofOid(protocol.oid(), elliptic).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new RefusedException(
                        fitting.isEmpty() ? RefusalCode.CHIP_KEY_MALFORMED : RefusalCode.CHIP_ALGORITHM,
                        fitting.isEmpty()
                                ? "no protocol of dg14 is for this key"
                                : "Chip Authentication with " + fitting.get(0).oid()));
    }

    /** A protocol for a key that is not there, or two keys of one name, leave open which key the chip would use. */
    private static void requireKnownIdentifiers(SecurityInfos infos) throws RefusedException {
        Set<BigInteger> known = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (ChipPublicKey key : infos.publicKeys()) {
            known.add(key.id());
            require(names.add(key.oid() + " " + key.id()), "two chip keys with one identifier");
        }
        for (ChipProtocol protocol : infos.protocols()) {
            require(
                    protocol.id().signum() < 0 || known.contains(protocol.id()),
                    "a protocol for a chip key that dg14 does not have");
        }
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_KEY_MALFORMED, detail);
    }
}
