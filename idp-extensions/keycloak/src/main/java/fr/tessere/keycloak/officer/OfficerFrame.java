package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.status.OfficerAct;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One officer's pages in one request: frame, messages, traces. */
final class OfficerFrame {
    private static final int REASON = 300;
    private static final int LEAST_REASON = 5;

    private final OfficerPages pages;
    private final Officer officer;
    private final String formToken;

    OfficerFrame(OfficerPages pages, Officer officer, String formToken) {
        this.pages = pages;
        this.officer = officer;
        this.formToken = formToken;
    }

    /**
     * A line of history, for a page.
     *
     * @param at when
     * @param officer name of the account
     * @param subject what it was about
     * @param before state before
     * @param after state after
     * @param reason in the officer's words
     */
    public record Line(String at, String officer, String subject, String before, String after, String reason) {}

    /** The page with these contents; {@code wrong} is the key of a message, or empty. */
    Response page(String name, int status, String done, String wrong, Map<String, Object> contents) {
        Map<String, Object> all = new HashMap<>(contents);
        // only what we say ourselves: the word comes from an address
        all.put("done", done.matches("[a-z]{1,20}(-[a-z]{1,20})?") ? done : "");
        all.put("wrong", wrong);
        return pages.page(name, status, officer, formToken, all);
    }

    /** Back to a page after an act. */
    Response back(String page, String done) {
        return pages.back(page, done);
    }

    /** Name of an officer's account. */
    String name(String id) {
        return pages.name(id);
    }

    List<Line> lines(List<OfficerAct> acts) {
        return acts.stream()
                .map(act -> new Line(
                        OfficerPages.time(act.at()),
                        pages.name(act.officer()),
                        act.subject(),
                        act.before(),
                        act.after(),
                        act.reason()))
                .toList();
    }

    /** True for a reason in words, one line, of a length that says something, of which whoever confirms sees each character. */
    static boolean isReason(String reason) {
        return reason.length() >= LEAST_REASON
                && reason.length() <= REASON
                && reason.codePoints().allMatch(OfficerFrame::isSeen);
    }

    /** Neither a control character nor one that turns the text around, or has no width; nor what stands for no character. */
    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> character != '\uFFFD';
        };
    }
}
