package fr.tessere.verification.evidence;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.verification.evidence.RevocationStatus.ListUsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes down the checks of one verification as they are made, and what they look at, so that a refusal shows how far it came. */
public final class CheckLog {
    private final Map<Check, CheckResult> made = new EnumMap<>(Check.class);
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private List<ListUsed> revocationLists = List.of();
    private String trustVersion = "";
    private Check chipCheck = Check.CHIP_AUTHENTICATION;

    /** Takes down one result. */
    public void add(Check check, CheckResult result) {
        made.put(check, result);
    }

    /** Takes down what is looked at; the last of one name counts. */
    public void used(Input input) {
        inputs.put(input.name(), input);
    }

    /** Takes down files of a chip. */
    public void usedFiles(Map<FileId, Bytes> files, Bytes sod) {
        files.forEach((file, raw) -> used(Input.ofFile(file, raw, sod)));
    }

    /** Takes down the version of the trust anchors that count; they may be others at the next look. */
    public void under(String version) {
        trustVersion = version;
    }

    /** Takes down which revocation lists were asked. */
    public void asked(List<ListUsed> lists) {
        revocationLists = List.copyOf(lists);
    }

    /** From here on a fault of the chip fails the check of this proof. */
    public void proving(Proof proof) {
        chipCheck = switch (proof) {
            case ACTIVE_AUTHENTICATION -> Check.ACTIVE_AUTHENTICATION;
            case PACE_CHIP_AUTHENTICATION_MAPPING -> Check.CHIP_AUTHENTICATION_MAPPING;
            case CHIP_AUTHENTICATION, NONE -> Check.CHIP_AUTHENTICATION;
        };
    }

    /** The chip gave this proof. */
    public void proven(Proof proof) {
        proving(proof);
        add(chipCheck, CheckResult.SUCCESSFUL);
    }

    /** The checks made so far. */
    public Map<Check, CheckResult> made() {
        return Collections.unmodifiableMap(new EnumMap<>(made));
    }

    /** What was looked at so far, files first in the order of the standard. */
    public Basis basis(String policy) {
        List<Input> sorted = new ArrayList<>();
        for (FileId file : FileId.values()) {
            if (inputs.containsKey(file.word())) {
                sorted.add(inputs.get(file.word()));
            }
        }
        inputs.values().stream()
                .filter(input -> FileId.ofWord(input.name()).isEmpty())
                .forEach(sorted::add);
        return new Basis(sorted, revocationLists, trustVersion, policy);
    }

    /** The account of a document that passed all checks taken down here. */
    public Decision verified(Set<Weakness> weaknesses, Basis basis, Instant at) {
        return Decision.verified(made, weaknesses, basis, at);
    }

    /** The account of a refusal: the checks made, the one that failed, and the rest, aborted. */
    public Decision stoppedBy(RefusedException refusal, Basis basis, Instant at) {
        Map<Check, CheckResult> all = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            all.put(check, made.getOrDefault(check, CheckResult.ABORTED));
        }
        if (!made.containsKey(Check.DEFECT_LIST)) {
            all.remove(Check.DEFECT_LIST);
        }
        Check.failing(refusal.code())
                .map(failed -> failed == Check.CHIP_AUTHENTICATION ? chipCheck : failed)
                .ifPresent(failed -> all.put(failed, CheckResult.FAILED));
        return Decision.refused(refusal.code(), all, basis, at);
    }
}
