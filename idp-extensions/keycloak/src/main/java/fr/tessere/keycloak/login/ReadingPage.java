package fr.tessere.keycloak.login;

import java.util.List;

/**
 * What the waiting page shows. Public, with public accessors, because the template engine asks for that.
 *
 * @param service name of the service
 * @param claims what it asks for, in the person's language
 * @param level the least level
 * @param readerLink the reader's page on this machine
 * @param address address for a reader on this machine
 * @param qrAddress address for a reader elsewhere
 * @param qrSize side of the code in modules
 * @param qrPath SVG path of the code
 * @param shortAddress where the short code is typed, without scheme
 * @param shortCode stands for the address of the QR code
 * @param comparisonCode 4 digits
 * @param minutes whole minutes left, at least 1
 * @param statusAddress what the page's script asks
 * @param state word of how far the reading is
 * @param trouble what the reader last said went wrong beside the card, or empty
 */
public record ReadingPage(
        String service,
        List<String> claims,
        String level,
        String readerLink,
        String address,
        String qrAddress,
        int qrSize,
        String qrPath,
        String shortAddress,
        String shortCode,
        String comparisonCode,
        long minutes,
        String statusAddress,
        String state,
        String trouble) {
    public ReadingPage {
        claims = List.copyOf(claims);
    }
}
