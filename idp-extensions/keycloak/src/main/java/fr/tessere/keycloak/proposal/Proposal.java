package fr.tessere.keycloak.proposal;

import java.time.Instant;

/**
 * A change that one officer has proposed.
 *
 * @param id random
 * @param change what is wanted
 * @param urgent true if it is in effect already, until the time is over
 * @param proposer id of the officer's account
 * @param reason in the proposer's words
 * @param at when it was proposed
 * @param until when it ends by itself
 * @param standing how it stands
 * @param decider id of the account that ended it; empty while it is open, {@link FourEyes#SYSTEM} if its time was over
 * @param decided when; the time of the proposal while it is open
 * @param answer reason of a rejection, or empty
 */
public record Proposal(
        String id,
        Change change,
        boolean urgent,
        String proposer,
        String reason,
        Instant at,
        Instant until,
        Standing standing,
        String decider,
        Instant decided,
        String answer) {

    /** How a proposal stands. */
    public enum Standing {
        OPEN("open"),
        /** Another officer agreed; the change is in effect. */
        CONFIRMED("confirmed"),
        /** Another officer did not agree. */
        REJECTED("rejected"),
        /** The proposer took it back. */
        WITHDRAWN("withdrawn"),
        /** Nobody agreed in time. */
        EXPIRED("expired"),
        /** The value was no longer the one that was to be changed. */
        OVERTAKEN("overtaken");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /** The stable word. */
        public String word() {
            return word;
        }

        static Standing ofWord(String word) {
            for (Standing one : values()) {
                if (one.word.equals(word)) {
                    return one;
                }
            }
            throw new IllegalStateException("unknown standing of a proposal");
        }
    }
}
