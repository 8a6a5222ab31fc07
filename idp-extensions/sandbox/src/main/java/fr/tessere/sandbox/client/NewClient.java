package fr.tessere.sandbox.client;

/**
 * A client that was just made.
 *
 * @param id its name at the provider
 * @param redirect where browsers come back to
 * @param key the private key as a JWK; shown once and kept nowhere
 */
public record NewClient(String id, String redirect, String key) {
    @Override
    public String toString() {
        return "NewClient[" + id + "]";
    }
}
