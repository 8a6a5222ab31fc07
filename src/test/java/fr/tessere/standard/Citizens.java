package fr.tessere.standard;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.signin.Errand;
import fr.tessere.specimen.document.BirthDate;
import fr.tessere.specimen.document.Holder;
import fr.tessere.specimen.document.Personalisation;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.Map;

/** People of these tests: a French identity card each, made for one test. */
final class Citizens {
    private Citizens() {}

    /** Somebody born on this day at this place, as DG11 prints it. */
    static SpecimenDocument born(String day, String place) {
        Holder maelle = Specimens.prepare("french-identity-card").holder();
        Holder holder = new Holder(
                maelle.familyName(),
                maelle.givenNames(),
                new BirthDate(day),
                maelle.sex(),
                maelle.nationality(),
                place,
                maelle.address());
        return Specimens.prepare("french-identity-card").with(holder).make();
    }

    /** Somebody with a document like this one and with this nationality, a code of ICAO 9303-3 §5. */
    static SpecimenDocument of(String nationality, Personalisation like) {
        Holder holder = like.holder();
        return like.with(new Holder(
                        holder.familyName(),
                        holder.givenNames(),
                        holder.birthDate(),
                        holder.sex(),
                        nationality,
                        holder.placeOfBirth(),
                        holder.address()))
                .make();
    }

    /** Comes to a service, lays the card down, and goes as far as the pages of a first use lead. */
    static Visitor visit(
            PlainBrowser browser,
            KeycloakServer server,
            String service,
            Map<String, String> request,
            SpecimenDocument document)
            throws ReadingException {
        Visitor visitor = Visitor.arrive(browser, server.service(service).begin(request));
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            String back = Errand.read(visitor.readingHere(), card, card.channel())
                    .orElseThrow()
                    .toString();
            return visitor.returnTo(back);
        }
    }
}
