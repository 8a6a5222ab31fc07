package fr.tessere.verification.trust;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads trust anchors from a folder: {@code *.cer}, {@code *.crt}, {@code *.der}, {@code *.pem} certificates and
 * {@code *.crl} lists. What lies in the sub-folder {@code specimen} vouches for specimens only.
 */
public final class TrustFolder {
    private TrustFolder() {}

    /** Reads the folder; a file that cannot be read stops it with a sentence that names the file. */
    public static TrustAnchors load(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }
}
