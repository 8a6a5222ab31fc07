package fr.tessere.keycloak.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A kill switch that is set now. */
@Entity
@Table(name = "TESSERE_SWITCH")
@IdClass(SwitchEntity.Key.class)
public class SwitchEntity {
    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realm = "";

    @Id
    @Column(name = "KIND", length = 20)
    private String kind = "";

    @Id
    @Column(name = "SWITCHED", length = 128)
    private String switched = "";

    @Column(name = "SINCE", nullable = false)
    private long since;

    @Column(name = "REASON", length = 300, nullable = false)
    private String reason = "";

    /** For JPA. */
    protected SwitchEntity() {}

    SwitchEntity(Key key, long since, String reason) {
        realm = key.realm;
        kind = key.kind;
        switched = key.switched;
        this.since = since;
        this.reason = reason;
    }

    String kind() {
        return kind;
    }

    String switched() {
        return switched;
    }

    long since() {
        return since;
    }

    String reason() {
        return reason;
    }

    /** Realm, kind and value. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String realm = "";
        private String kind = "";
        private String switched = "";

        /** For JPA. */
        public Key() {}

        Key(String realm, String kind, String switched) {
            this.realm = realm;
            this.kind = kind;
            this.switched = switched;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.realm.equals(realm)
                    && key.kind.equals(kind)
                    && key.switched.equals(switched);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realm, kind, switched);
        }
    }
}
