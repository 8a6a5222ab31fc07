package fr.tessere.specimen.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One fault as the table writes it: {@code flip(dg1)}, {@code tag(dg14,6F)}, {@code signed}.
 *
 * @param name which fault
 * @param arguments what it needs to know
 */
public record FaultWord(String name, List<String> arguments) {
    private static final Pattern WORD = Pattern.compile("([a-z0-9-]+)(?:\\(([^()]*)\\))?");

    public FaultWord {
        arguments = List.copyOf(arguments);
    }

    static FaultWord of(String text) {
        Matcher parts = WORD.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a fault is written name or name(argument,argument), not " + text);
        }
        String inside = parts.group(2);
        return new FaultWord(parts.group(1), inside == null ? List.of() : Arrays.asList(inside.split(",", -1)));
    }

    /** All faults of a cell, separated by spaces. */
    static List<FaultWord> all(String cell) {
        return cell.isBlank()
                ? List.of()
                : Arrays.stream(cell.strip().split(" +")).map(FaultWord::of).toList();
    }

    /** The argument with this index, from 0. */
    String argument(int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException(name + " needs " + (index + 1) + " arguments");
        }
        return arguments.get(index);
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")";
    }
}
