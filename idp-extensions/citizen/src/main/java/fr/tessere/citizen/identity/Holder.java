package fr.tessere.citizen.identity;

import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Whose pages these are.
 *
 * @param account of the person
 * @param session in which the person came in
 */
record Holder(UserModel account, UserSessionModel session) {}
