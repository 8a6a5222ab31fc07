package fr.tessere.keycloak.reading;

import fr.tessere.protocol.reading.RefusalCode;

/**
 * The addresses that leave the server.
 *
 * @param resource address of our realm resource, without a slash at the end
 */
public record Addresses(String resource) {
    /** What a reader is given. */
    public String reading(String handle) {
        return resource + "/readings/" + handle;
    }

    /** What the reader opens in the browser at the end. */
    public String returning(String code) {
        return resource + "/return?code=" + code;
    }

    /** The officers' start page. */
    public String officer() {
        return resource + "/officer";
    }

    /** The help page of a refusal: public, stable, the same for everybody. */
    public String help(RefusalCode code) {
        return help() + "/" + code.word();
    }

    /** The list of all help pages. */
    public String help() {
        return resource + "/help";
    }

    /** Where a short code is typed. */
    public String code() {
        return resource + "/code";
    }

    /** What the accessibility of these pages is. */
    public String accessibility() {
        return resource + "/accessibility";
    }

    /** What the waiting page's script asks. */
    public String status() {
        return resource + "/status";
    }
}
