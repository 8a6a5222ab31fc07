package fr.tessere.server;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.specimen.document.SpecimenDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * People of the staff. Each has a document, used it once for the officers' pages, read there the number of the account, and got
 * a name and a role from the administrator.
 */
public final class Staff {
    private static final Map<String, String> ROLES = Map.of(
            "officer", "security-officer",
            "second-officer", "security-officer",
            "third-officer", "security-officer",
            "auditor", "auditor",
            "clerk", "");
    /** What no browser sent away: these sign-ins come back to nobody. */
    private static final String ELSEWHERE = "0123456789012345678901234567890123456789abc";

    /** Less than the quarter of an hour for which a sign-in holds. */
    private static final Duration KEPT = Duration.ofMinutes(8);

    private final AdminDoor admin;
    private final Map<String, SpecimenDocument> documents = new HashMap<>();
    private final Map<String, Kept> sessions = new HashMap<>();

    Staff(AdminDoor admin) {
        this.admin = admin;
    }

    /** Somebody who signed in some minutes ago at most, or does so now. */
    synchronized StaffBrowser signedIn(URI issuer, String name) {
        Kept known = sessions.get(name);
        if (known == null || Instant.now().isAfter(known.since().plus(KEPT))) {
            known = new Kept(signIn(issuer, name), Instant.now());
            sessions.put(name, known);
        }
        return known.browser().window();
    }

    /** Opens the first page, signs in with document and code as it asks, and comes back. */
    public synchronized StaffBrowser signIn(URI issuer, String name) {
        PlainBrowser browser = new PlainBrowser("en");
        StaffBrowser staff = StaffBrowser.of(browser, issuer);
        boolean known = documents.containsKey(name);
        Page last = read(Visitor.sentTo(browser, staff.pages()), name);
        if (!known) {
            appoint(name, last);
        }
        return staff;
    }

    /** Goes on in this browser, which shows the page of a sign-in, with document and code. */
    public synchronized Page goOn(String name, StaffBrowser staff, Page asked) {
        return read(Visitor.at(staff.browser(), asked), name);
    }

    /** Signed in for the same client, and at the lowest level only. */
    public synchronized StaffBrowser signInBelow(URI issuer, String name) {
        signIn(issuer, name);
        PlainBrowser browser = new PlainBrowser("en");
        StaffBrowser staff = StaffBrowser.of(browser, issuer);
        Visitor visitor = Visitor.sentTo(
                browser,
                URI.create(issuer
                        + "/protocol/openid-connect/auth?client_id=tessere-officer&response_type=code&scope=openid"
                        + "&acr_values=eidas1&code_challenge_method=S256&code_challenge=" + ELSEWHERE + "&state="
                        + ELSEWHERE + "&redirect_uri=" + staff.pages() + "/signed-in"));
        visitor.comeBack(returnAddress(visitor, name));
        return staff;
    }

    private record Kept(StaffBrowser browser, Instant since) {}

    private Page read(Visitor visitor, String name) {
        return visitor.returnTo(returnAddress(visitor, name)).page();
    }

    private String returnAddress(Visitor visitor, String name) {
        SpecimenDocument document = documents.computeIfAbsent(name, person -> NewDocument.like("french-identity-card"));
        try {
            return Played.honestly(visitor.readingHere(), document)
                    .last()
                    .json()
                    .path("returnAddress")
                    .asText();
        } catch (ReadingException e) {
            throw new AssertionError(e);
        }
    }

    private void appoint(String name, Page refused) {
        String account = refused.find("id=\"account\">([^<]+)<")
                .orElseThrow(() -> new AssertionError("no account: " + refused.status() + " " + refused.body()));
        JsonNode user =
                admin.get("tessere/users?exact=true&username=" + account).get(0);
        String address = "tessere/users/" + user.path("id").asText();
        admin.put(address, "{\"attributes\":{\"officer\":[\"" + name + "\"]}}");
        String role = ROLES.get(name);
        if (role == null) {
            throw new AssertionError("nobody is called " + name);
        }
        if (!role.isEmpty()) {
            admin.post(address + "/role-mappings/realm", "[" + admin.get("tessere/roles/" + role) + "]");
        }
    }
}
