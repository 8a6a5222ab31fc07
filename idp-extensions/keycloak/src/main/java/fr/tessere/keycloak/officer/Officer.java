package fr.tessere.keycloak.officer;

import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * Who is at the desk.
 *
 * @param id of the account
 * @param name for the page, {@link #name}
 * @param session id of the session at the identity provider
 * @param role the stronger one of those that the account has
 */
record Officer(String id, String name, String session, Role role) {
    /** Attribute of an account: what its holder is called on these pages. Only the administrator sees and sets it. */
    static final String NAME = "officer";

    /** Realm roles of officers. */
    enum Role {
        /** Looks and acts. */
        SECURITY_OFFICER("security-officer"),
        /** Looks. */
        AUDITOR("auditor");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** Name of the realm role. */
        String word() {
            return word;
        }
    }

    /** What somebody is called here: by the administrator's word, or else by the account's number. */
    static String name(UserModel account) {
        return Optional.ofNullable(account.getFirstAttribute(NAME))
                .filter(name -> !name.isBlank())
                .orElseGet(account::getUsername);
    }

    boolean mayAct() {
        return role == Role.SECURITY_OFFICER;
    }
}
