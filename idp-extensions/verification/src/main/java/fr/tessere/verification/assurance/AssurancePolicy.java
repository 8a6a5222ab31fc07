package fr.tessere.verification.assurance;

import static fr.tessere.protocol.reading.Channel.ANOTHER_DEVICE;
import static fr.tessere.protocol.reading.Channel.THIS_DEVICE;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS1;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS2;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS3;
import static fr.tessere.verification.assurance.Factor.PERSONAL_CODE;
import static fr.tessere.verification.assurance.Factor.VERIFIED_PASSKEY;
import static fr.tessere.verification.evidence.Proof.ACTIVE_AUTHENTICATION;
import static fr.tessere.verification.evidence.Proof.CHIP_AUTHENTICATION;
import static fr.tessere.verification.evidence.Proof.NONE;
import static fr.tessere.verification.evidence.Proof.PACE_CHIP_AUTHENTICATION_MAPPING;
import static fr.tessere.verification.evidence.RevocationGrade.GOOD;
import static fr.tessere.verification.evidence.RevocationGrade.INVALID_LIST;
import static fr.tessere.verification.evidence.RevocationGrade.NO_LIST;
import static fr.tessere.verification.evidence.RevocationGrade.STALE_LIST;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RevocationGrade;
import fr.tessere.verification.evidence.Weakness;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From evidence to level: the highest rule that is met. Possession of a document alone is the lowest level. */
public final class AssurancePolicy {
    private static final Set<Proof> ANY =
            Set.of(CHIP_AUTHENTICATION, ACTIVE_AUTHENTICATION, PACE_CHIP_AUTHENTICATION_MAPPING, NONE);
    private static final Set<Proof> ORIGINAL =
            Set.of(CHIP_AUTHENTICATION, ACTIVE_AUTHENTICATION, PACE_CHIP_AUTHENTICATION_MAPPING);
    private static final Set<Factor> SECOND = Set.of(PERSONAL_CODE, VERIFIED_PASSKEY);
    private static final Set<Channel> BOTH = Set.of(THIS_DEVICE, ANOTHER_DEVICE);

    /** What forges signatures today or soon (NIST SP 800-131A: disallowed): a State's signature made so proves too little. */
    private static final Set<Weakness> OBSOLETE =
            Set.of(Weakness.SHA1, Weakness.SHORT_RSA_KEY, Weakness.SHORT_CURVE, Weakness.DSA);

    /** The same, and what nobody can use against a single reading yet and nobody should build on. */
    private static final Set<Weakness> OUTDATED = Set.of(
            Weakness.SHA1,
            Weakness.SHORT_RSA_KEY,
            Weakness.SHORT_CURVE,
            Weakness.DSA,
            Weakness.SHA1_CHALLENGE,
            Weakness.TRIPLE_DES);

    /** No State publishes lists to everybody: what is not known is tolerated, what was forged is not. */
    private static final Set<RevocationGrade> NOT_REFUTED = Set.of(GOOD, NO_LIST, STALE_LIST);

    private static final Set<RevocationGrade> NOT_REVOKED = Set.of(GOOD, NO_LIST, STALE_LIST, INVALID_LIST);

    /** The table of DESIGN: level, proofs, second factor, holder verified, valid document, known status, revocation, channels, refused. */
    private static final List<Rule> DEFAULTS = List.of(
            new Rule(EIDAS1, ANY, Set.of(), false, false, false, NOT_REVOKED, BOTH, Set.of()),
            new Rule(EIDAS2, ORIGINAL, SECOND, false, true, true, NOT_REFUTED, BOTH, OBSOLETE),
            new Rule(EIDAS3, ORIGINAL, SECOND, true, true, true, Set.of(GOOD), Set.of(THIS_DEVICE), OUTDATED));

    private final List<Rule> rules;

    public AssurancePolicy(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The policy as it is delivered. */
    public static AssurancePolicy defaults() {
        return new AssurancePolicy(DEFAULTS);
    }

    /** The rules, for people to read. */
    public List<Rule> rules() {
        return rules;
    }

    /** Which policy this is, for receipts: SHA-256 over its rules, 64 hexadecimal digits. The same rules, the same version. */
    public String version() {
        String all = rules.stream().map(AssurancePolicy::written).collect(Collectors.joining("\n"));
        return DigestAlgorithm.SHA256
                .digest(Bytes.of(all.getBytes(StandardCharsets.UTF_8)))
                .toHex()
                .toLowerCase(Locale.ROOT);
    }

    /** Sets in alphabetical order: a set itself has none. */
    private static String written(Rule rule) {
        return Arrays.stream(Rule.class.getRecordComponents())
                .map(part -> part.getName() + "=" + value(part, rule))
                .collect(Collectors.joining(" "));
    }

    private static String value(RecordComponent part, Rule rule) {
        try {
            Object value = part.getAccessor().invoke(rule);
            return value instanceof Set<?> set ? new TreeSet<>(words(set)).toString() : String.valueOf(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Set<String> words(Set<?> set) {
        return set.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /** The highest level that was proven, or none. */
    public Optional<AssuranceLevel> levelOf(Evidence evidence, Set<Factor> factors, Channel channel) {
        return rules.stream()
                .filter(rule -> rule.isMetBy(evidence, factors, channel))
                .map(Rule::level)
                .max(Comparator.naturalOrder());
    }

    /** True if no rule for this level or a higher one does without the document's status: it fails closed. */
    public boolean needsStatus(AssuranceLevel level) {
        return rules.stream().filter(rule -> rule.level().reaches(level)).allMatch(Rule::knownStatus);
    }

    /** True if nobody reaches this level whose identity was not compared with the document. */
    public boolean needsHolder(AssuranceLevel level) {
        return rules.stream().filter(rule -> rule.level().reaches(level)).allMatch(Rule::holderVerified);
    }

    /** True if a document with these weaknesses can reach this level at all. */
    public boolean tolerates(AssuranceLevel level, Set<Weakness> weaknesses) {
        RevocationGrade revocation = RevocationGrade.noted(weaknesses);
        return rules.stream()
                .anyMatch(rule -> rule.level().reaches(level)
                        && rule.revocation().contains(revocation)
                        && Collections.disjoint(rule.refused(), weaknesses));
    }

    /**
     * Why this does not reach the level: it would if the holder had been compared with the document, or on this device, or
     * not at all. Call it where {@link #levelOf} says that it does not.
     */
    public RefusalCode shortfall(AssuranceLevel asked, Evidence evidence, Set<Factor> factors) {
        Set<Factor> compared = EnumSet.of(Factor.HOLDER_VERIFIED);
        compared.addAll(factors);
        if (!reaches(asked, evidence, compared, THIS_DEVICE)) {
            return RefusalCode.LEVEL_NOT_REACHED;
        }
        return reaches(asked, evidence, factors, THIS_DEVICE)
                ? RefusalCode.OTHER_DEVICE
                : RefusalCode.HOLDER_NOT_COMPARED;
    }

    private boolean reaches(AssuranceLevel asked, Evidence evidence, Set<Factor> factors, Channel channel) {
        return levelOf(evidence, factors, channel)
                .filter(level -> level.reaches(asked))
                .isPresent();
    }
}
