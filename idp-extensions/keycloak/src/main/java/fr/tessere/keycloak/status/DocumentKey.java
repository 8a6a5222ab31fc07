package fr.tessere.keycloak.status;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names a document in the tables: the realm, and the keyed digest that the document has there. */
public class DocumentKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private String realm = "";
    private String digest = "";

    /** For JPA. */
    public DocumentKey() {}

    public DocumentKey(String realm, String digest) {
        this.realm = realm;
        this.digest = digest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentKey key && key.realm.equals(realm) && key.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(realm, digest);
    }
}
