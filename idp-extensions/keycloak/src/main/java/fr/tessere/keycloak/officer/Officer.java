package fr.tessere.keycloak.officer;

/**
 * Who is at the desk.
 *
 * @param id of the account
 * @param name of the account, for the page
 * @param session id of the session at the identity provider
 * @param role the stronger one of those that the account has
 */
record Officer(String id, String name, String session, Role role) {

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

    boolean mayAct() {
        return role == Role.SECURITY_OFFICER;
    }
}
