package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What lies in a trust folder for specimens, by file name.
 *
 * @param files certificates and lists, as they are on disk
 */
public record TrustFiles(Map<String, Bytes> files) {
    public TrustFiles {
        files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** The country signers of the specimen authority, and no list of any kind. */
    public static TrustFiles usual() {
        Map<String, Bytes> files = new LinkedHashMap<>();
        Specimens.authority()
                .countrySigners()
                .forEach((name, signer) -> files.put(name + ".cer", signer.certificate()));
        return new TrustFiles(files);
    }

    /** With one file more, or in place of the one that was there. */
    TrustFiles with(String name, Bytes content) {
        Map<String, Bytes> more = new LinkedHashMap<>(files);
        more.put(name, content);
        return new TrustFiles(more);
    }

    /** Without this file. */
    TrustFiles without(String name) {
        Map<String, Bytes> fewer = new LinkedHashMap<>(files);
        if (fewer.remove(name) == null) {
            throw new IllegalArgumentException("no such file in the trust folder: " + name);
        }
        return new TrustFiles(fewer);
    }

    /** Writes them into a folder; a name may begin with {@code ../} where a file belongs beside it. */
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, Bytes> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            Files.createDirectories(path.getParent() == null ? folder : path.getParent());
            Files.write(path, file.getValue().toArray());
        }
    }
}
