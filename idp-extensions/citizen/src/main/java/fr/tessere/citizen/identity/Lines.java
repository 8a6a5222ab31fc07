package fr.tessere.citizen.identity;

import java.util.List;

/** What the overview shows, ready for people. All are public, because the template engine asks for that. */
public final class Lines {
    private Lines() {}

    /**
     * A document of the holder: no number.
     *
     * @param id names it in forms of this page; a digest, cut
     * @param type word of its kind
     * @param state name of the issuing State
     * @param added when it was added
     * @param blocked true if it opens the account no more
     * @param since since when that is so
     * @param compared when an agent compared the holder with it; empty if nobody did or it counts no more
     * @param comparedUntil until when that counts
     */
    public record Document(
            String id,
            String type,
            String state,
            String added,
            boolean blocked,
            String since,
            String compared,
            String comparedUntil) {}

    /**
     * A sign-in.
     *
     * @param id names it in addresses of these pages
     * @param at when
     * @param service its name
     * @param level word of the level, empty if the session of before was used
     * @param compared true if nobody reaches that level who was not compared with the document at a counter
     * @param document kind and State of the document, empty if none was read
     * @param channel word of where the reader stood, empty if none was read
     * @param shared what the service asked for
     */
    public record SignIn(
            String id,
            String at,
            String service,
            String level,
            boolean compared,
            String document,
            String channel,
            List<String> shared) {
        public SignIn {
            shared = List.copyOf(shared);
        }
    }

    /**
     * A consent.
     *
     * @param id of the service, in forms
     * @param service its name
     * @param what texts of what it may receive; empty if nothing was agreed to
     * @param since when it was given
     * @param until when it ends by itself
     */
    public record Consent(String id, String service, List<String> what, String since, String until) {
        public Consent {
            what = List.copyOf(what);
        }
    }

    /**
     * A session.
     *
     * @param id names it in forms of this page; a digest, cut
     * @param begun when
     * @param used when last
     * @param services where
     * @param here true for the one in which this page is read
     */
    public record Session(String id, String begun, String used, List<String> services, boolean here) {
        public Session {
            services = List.copyOf(services);
        }
    }

    /**
     * A passkey.
     *
     * @param id names it in forms
     * @param label what its holder called it
     * @param since when it was added
     * @param type word of the kind of the document behind which it was made, empty if nobody knows
     * @param state name of the State that issued that document
     * @param refusal why it signs nobody in now, empty if it does
     */
    public record Passkey(String id, String label, String since, String type, String state, String refusal) {}

    /**
     * What is kept for a passkey.
     *
     * @param passkey what its holder called it
     * @param since when it was added, ISO 8601
     * @param spelling what services would receive
     * @param placeOfBirth as the document has it
     * @param expiry of the document, ISO 8601
     */
    public record Kept(String passkey, String since, Spelling spelling, String placeOfBirth, String expiry) {}

    /**
     * What services would receive in a session.
     *
     * @param read when the document was read from which it comes
     * @param claims what can be sent
     */
    public record Spelling(String read, List<Sent> claims) {
        public Spelling {
            claims = List.copyOf(claims);
        }
    }

    /**
     * A claim, and where it comes from.
     *
     * @param claim its name
     * @param value as it is sent
     * @param origin word of where it comes from
     */
    public record Sent(String claim, String value, String origin) {}
}
