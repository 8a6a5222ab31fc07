package fr.tessere.server;

import fr.tessere.specimen.document.Personalisation;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.concurrent.atomic.AtomicInteger;

/** Documents that nobody has used: like a specimen, of the same person, with a number of their own. */
public final class NewDocument {
    private static final AtomicInteger NUMBERS = new AtomicInteger(770_000);

    private NewDocument() {}

    /** One like this specimen. */
    public static SpecimenDocument like(String specimen) {
        Personalisation model = Specimens.prepare(specimen);
        String number = "SPC%06d".formatted(NUMBERS.incrementAndGet());
        return model.with(model.paper().numbered(number)).make();
    }
}
