package fr.tessere.audit.check;

import java.util.List;

/**
 * What a check has found.
 *
 * @param log whose log
 * @param entries that are there
 * @param heads that hold: signed by a trusted key, and of this history
 * @param covered entries under the largest of them; later ones are not signed yet
 * @param findings what is wrong; none if nothing is
 */
public record Report(String log, long entries, int heads, long covered, List<Finding> findings) {
    public Report {
        findings = List.copyOf(findings);
    }

    /** True if nothing is wrong. */
    public boolean holds() {
        return findings.isEmpty();
    }
}
