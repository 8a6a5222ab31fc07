package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a trust folder holds, file by file.
 *
 * @param anchors what the usable files vouch for
 * @param files every file
 * @param masterLists those that count
 * @param at when it was looked at
 */
public record TrustSurvey(TrustAnchors anchors, List<TrustFile> files, List<ListedBy> masterLists, Instant at) {
    public TrustSurvey {
        files = List.copyOf(files);
        masterLists = List.copyOf(masterLists);
    }

    /** The files of which something is used. */
    public List<TrustFile> loaded() {
        return files.stream().filter(file -> file.used() > 0).toList();
    }

    /** What is not used, file by file; no part of it is trusted. */
    public List<Unused> unused() {
        return files.stream().flatMap(file -> file.unused().stream()).toList();
    }

    /** When the newest list that counts was made: a State's revocation list, or a master list. However long a node runs, it ages. */
    public Optional<Instant> newestList() {
        return Stream.concat(
                        anchors.revocationLists().stream().map(RevocationList::thisUpdate),
                        masterLists.stream().map(ListedBy::signed).flatMap(Optional::stream))
                .max(Instant::compareTo);
    }

    /** The file with this name. */
    public Optional<TrustFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /**
     * One file.
     *
     * @param name below the folder, with slashes
     * @param digest SHA-256, 32 bytes; empty if it could not be read
     * @param used number of objects that count
     * @param unused the others
     */
    public record TrustFile(String name, Bytes digest, int used, List<Unused> unused) {
        public TrustFile {
            unused = List.copyOf(unused);
        }

        /** True if nothing of it counts. */
        public boolean isRefused() {
            return used == 0;
        }
    }

    /**
     * A file, or one object of it, that is not used.
     *
     * @param file its name below the folder
     * @param place where in the file, empty if the whole is meant
     * @param subject whose certificate or list it is, as it says; empty if that cannot be read
     * @param fault why
     * @param detail found and expected
     */
    public record Unused(String file, String place, String subject, TrustFault fault, String detail) {}

    /**
     * A master list that counts.
     *
     * @param file its name below the folder
     * @param country of its signer
     * @param signed when it says it was signed
     * @param certificates number of those in it
     * @param digest SHA-256, 32 bytes
     */
    public record ListedBy(String file, String country, Optional<Instant> signed, int certificates, Bytes digest) {}
}
