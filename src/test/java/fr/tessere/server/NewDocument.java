package fr.tessere.server;

import fr.tessere.specimen.document.Holder;
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
        return numbered(Specimens.prepare(specimen));
    }

    /** The same, of somebody born in this place, as DG11 prints it. */
    public static SpecimenDocument bornIn(String place, String specimen) {
        Personalisation model = Specimens.prepare(specimen);
        Holder holder = model.holder();
        return numbered(model.with(new Holder(
                holder.familyName(),
                holder.givenNames(),
                holder.birthDate(),
                holder.sex(),
                holder.nationality(),
                place,
                holder.address())));
    }

    private static SpecimenDocument numbered(Personalisation model) {
        String number = "SPC%06d".formatted(NUMBERS.incrementAndGet());
        return model.with(model.paper().numbered(number)).make();
    }
}
