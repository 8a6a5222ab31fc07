package fr.tessere.claims.places;

import java.util.List;
import java.util.Optional;

/**
 * What a name of a place stands for.
 *
 * @param location the one place it can be; empty if there is none or more than one
 * @param choices the places of France it may be; only a person can say which
 */
public record Resolution(Optional<BirthLocation> location, List<Place> choices) {
    /** Nothing of that name. */
    static final Resolution UNKNOWN = new Resolution(Optional.empty(), List.of());

    public Resolution {
        choices = List.copyOf(choices);
    }

    static Resolution of(BirthLocation location) {
        return new Resolution(Optional.of(location), List.of());
    }

    static Resolution of(List<Place> places) {
        return places.size() == 1 ? of(BirthLocation.in(places.get(0))) : new Resolution(Optional.empty(), places);
    }
}
