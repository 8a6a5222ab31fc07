package fr.tessere.browser;

import com.microsoft.playwright.Page;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.ReadingClient;
import fr.tessere.reader.server.SignIn;
import fr.tessere.reader.server.SignInListener;
import fr.tessere.server.DemoService;
import fr.tessere.server.FirstUse;
import fr.tessere.server.SpecimenCard;
import fr.tessere.specimen.document.SpecimenDocument;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * A person's way through the pages, click by click. Each page that is reached is shown to an observer, by name:
 * {@code home}, {@code sign-in}, {@code reader-confirm}, {@code reader-card}, {@code first-use-agreement},
 * {@code first-use-code}, {@code personal-code}, {@code signed-in}.
 */
public final class Walk {
    private static final int PAGES = 6;

    private final Page page;
    private final BiConsumer<String, Page> observer;

    public Walk(Page page, BiConsumer<String, Page> observer) {
        this.page = page;
        this.observer = observer;
    }

    /** From the service's first page to the page that asks for a document. */
    public Walk toSignIn(DemoService demo) {
        page.navigate(demo.address().toString());
        saw("home");
        page.locator("a.button[href$='/form']").click();
        page.locator("a.button[href$='oauth2/authorization/form']").click();
        page.waitForSelector("#reader");
        return saw("sign-in");
    }

    /** "This computer": from there through the reader's own page until the service greets. */
    public Walk throughTheReaderHere(String can) {
        return readHere(can).arrived();
    }

    /** "This computer", until the reader has sent the browser back. */
    public Walk readHere(String can) {
        page.locator("#reader").click();
        saw("reader-confirm");
        page.locator("form[method=post] button").click();
        page.waitForSelector("input[name=can]");
        saw("reader-card");
        page.fill("input[name=can]", can);
        page.locator("form:has(input[name=can]) button").click();
        return this;
    }

    /** The address of the QR code, read by a reader elsewhere. */
    public Walk throughAReaderElsewhere(SpecimenDocument document) throws ReadingException {
        SignIn signIn = openedElsewhere();
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            signIn.read(card.channel(), card::open, SignInListener.NONE);
        }
        return this;
    }

    /** The address of the QR code, opened by a reader elsewhere, which has not read a card yet. */
    public SignIn openedElsewhere() throws ReadingException {
        String address = page.locator("#qr-address").textContent().strip();
        String code = page.locator("#code").textContent().strip();
        ReadingClient client =
                new ReadingClient(ReadingClient.http(), ReadingAddress.typed(address), Duration.ofSeconds(30));
        SignIn signIn = SignIn.open(client, "tessere-reader 0.1.0", Clock.systemUTC());
        if (!signIn.request().comparisonCode().equals(code)) {
            throw new AssertionError("page and reader show different codes");
        }
        return signIn;
    }

    /** A browser without scripts does not go on by itself. */
    public Walk pressContinue() {
        page.locator("button[value=continue]").click();
        return this;
    }

    /** Goes through the pages of a first use, if it is one, and waits for the service's page about the person. */
    public Walk arrived() {
        behindFirstUse("form[action*=logout]");
        page.waitForURL("**/form");
        return saw("signed-in");
    }

    /** Goes through the pages of a first use, if it is one, until this is there. */
    public Walk behindFirstUse(String end) {
        for (int i = 0; i < PAGES && page.locator(end).count() == 0; i++) {
            page.locator("#agree, #choose-code, #type-code, " + end).first().waitFor();
            if (page.locator("#agree").count() > 0) {
                saw("first-use-agreement").press("#agree button[value=agree]");
            } else if (page.locator("#choose-code").count() > 0) {
                saw("first-use-code");
                page.fill("#code", FirstUse.CODE);
                page.fill("#again", FirstUse.CODE);
                press("#choose-code button");
            } else if (page.locator("#type-code").count() > 0) {
                saw("personal-code");
                page.fill("#code", FirstUse.CODE);
                press("#type-code button");
            }
        }
        return this;
    }

    private void press(String button) {
        page.waitForNavigation(() -> page.locator(button).first().click());
    }

    /** The page as it stands. */
    public Page page() {
        return page;
    }

    /** Shows the page to the observer under this name. */
    public Walk saw(String name) {
        observer.accept(name, page);
        return this;
    }
}
