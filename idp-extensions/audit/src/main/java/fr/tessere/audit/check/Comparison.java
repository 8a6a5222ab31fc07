package fr.tessere.audit.check;

import fr.tessere.audit.tree.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the entries that are there beside the hashes that were signed, and names each difference at its place. */
final class Comparison {
    private final HashList signed;
    private final List<Finding> findings = new ArrayList<>();
    private final int[] home;
    private final boolean[] present;

    /** These entries against those hashes. */
    Comparison(HashList signed, HashList entries) {
        this.signed = signed;
        Map<Hash, Integer> places = new HashMap<>(signed.size() * 2);
        for (int i = 0; i < signed.size(); i++) {
            places.putIfAbsent(signed.get(i), i);
        }
        home = new int[entries.size()];
        present = new boolean[signed.size()];
        for (int i = 0; i < home.length; i++) {
            home[i] = places.getOrDefault(entries.get(i), -1);
            if (home[i] >= 0 && present[home[i]]) {
                home[i] = -1; // a second copy
            } else if (home[i] >= 0) {
                present[home[i]] = true;
            }
        }
    }

    List<Finding> findings() {
        order();
        int expected = 0;
        List<Integer> strangers = new ArrayList<>();
        for (int i = 0; i < home.length; i++) {
            if (home[i] < 0) {
                strangers.add(i);
            } else {
                gap(expected, home[i], strangers);
                strangers.clear();
                expected = Math.max(expected, home[i] + 1);
            }
        }
        tail(expected, strangers);
        return findings;
    }

    /** Between two known entries: absent ones were changed as far as strangers stand in for them, others were removed. */
    private void gap(int from, int to, List<Integer> strangers) {
        int used = 0;
        for (int absent = from; absent < to; absent++) {
            if (!present[absent] && used < strangers.size()) {
                findings.add(Finding.at(Fault.CHANGED, absent, "its text is not the one that was signed"));
                used++;
            } else if (!present[absent]) {
                findings.add(Finding.at(Fault.REMOVED, absent, "it was signed, and is missing"));
            }
        }
        for (int extra = used; extra < strangers.size(); extra++) {
            findings.add(Finding.at(Fault.INSERTED, strangers.get(extra), "no signed entry has this text"));
        }
    }

    /** Behind the last known entry: what is missing at the end was cut off; what is more has no signature yet. */
    private void tail(int from, List<Integer> strangers) {
        int cut = Math.min(from + strangers.size(), signed.size());
        gap(from, cut, strangers.subList(0, cut - from));
        if (cut < signed.size()) {
            findings.add(new Finding(
                    Fault.TRUNCATED,
                    cut,
                    signed.size(),
                    "%d entries were signed, the export ends behind %d".formatted(signed.size(), cut)));
        }
    }

    private void order() {
        int[] sorted = Arrays.stream(home).filter(place -> place >= 0).sorted().toArray();
        int rank = 0;
        for (int place : home) {
            if (place >= 0) {
                if (sorted[rank] != place) {
                    findings.add(Finding.at(
                            Fault.REORDERED, place, "it stands where entry %d was signed".formatted(sorted[rank])));
                }
                rank++;
            }
        }
    }
}
