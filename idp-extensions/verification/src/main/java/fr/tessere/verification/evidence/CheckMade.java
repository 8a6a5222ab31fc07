package fr.tessere.verification.evidence;

import java.util.List;

/**
 * One check, what came of it, and what it looked at.
 *
 * @param check which one
 * @param result in the words of BSI TR-03135-1
 * @param inputs names of those of the decision's inputs that it rests on, in their order
 */
public record CheckMade(Check check, CheckResult result, List<String> inputs) {
    public CheckMade {
        inputs = List.copyOf(inputs);
    }
}
