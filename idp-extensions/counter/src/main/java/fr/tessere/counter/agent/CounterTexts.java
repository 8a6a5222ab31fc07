package fr.tessere.counter.agent;

import fr.tessere.keycloak.door.PageTexts;
import java.util.Locale;

/** The agents' texts. */
public final class CounterTexts extends PageTexts {
    CounterTexts(Locale locale) {
        super(CounterTexts.class, "counter", locale);
    }
}
