package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/** Takes down, file by file, what counts and what does not. */
final class SurveyNotes {
    private final Map<String, Integer> used = new LinkedHashMap<>();
    private final Map<String, List<TrustSurvey.Unused>> unused = new LinkedHashMap<>();
    private final FolderContents contents;

    SurveyNotes(FolderContents contents) {
        this.contents = contents;
        contents.files().keySet().forEach(this::begin);
        contents.faults().forEach((name, fault) -> {
            begin(name);
            unused(new Origin(name, ""), "", fault);
        });
    }

    /**
     * Where something comes from.
     *
     * @param file name below the folder
     * @param place in the file, or empty
     */
    record Origin(String file, String place) {}

    private void begin(String name) {
        used.put(name, 0);
        unused.put(name, new ArrayList<>());
    }

    void used(Origin origin) {
        used.merge(origin.file(), 1, Integer::sum);
    }

    void unused(Origin origin, SignedCertificate certificate, UnusableException fault) {
        unused(origin, words(certificate.subject()), fault);
    }

    void unused(Origin origin, String subject, UnusableException fault) {
        unused.computeIfAbsent(origin.file(), name -> new ArrayList<>())
                .add(new TrustSurvey.Unused(origin.file(), origin.place(), subject, fault.fault(), fault.detail()));
    }

    /** Runs a step; why it fails is taken down. */
    void attempt(Origin origin, Attempt attempt) {
        try {
            attempt.run();
        } catch (UnusableException fault) {
            unused(origin, "", fault);
        }
    }

    /** A step that may fail. */
    @FunctionalInterface
    interface Attempt {
        void run() throws UnusableException;
    }

    static String words(X500Name name) {
        return name.toString();
    }

    List<TrustSurvey.TrustFile> files() {
        List<TrustSurvey.TrustFile> files = new ArrayList<>();
        used.forEach((name, count) -> {
            Bytes content = contents.files().getOrDefault(name, Bytes.EMPTY);
            Bytes digest = content.isEmpty() ? Bytes.EMPTY : DigestAlgorithm.SHA256.digest(content);
            files.add(new TrustSurvey.TrustFile(name, digest, count, unused.getOrDefault(name, List.of())));
        });
        return files;
    }
}
