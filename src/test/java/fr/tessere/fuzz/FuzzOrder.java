package fr.tessere.fuzz;

import fr.tessere.server.Folders;
import java.nio.file.Path;

/**
 * What to look at, and for how long.
 *
 * @param seconds for each target, at most
 * @param runs inputs for each target, at most; 0 for no end
 * @param target part of a target's name, empty for all
 * @param folder logs and the inputs that reached something new
 */
record FuzzOrder(int seconds, int runs, String target, Path folder) {

    static FuzzOrder of(String[] arguments) {
        int seconds = 60;
        int runs = 0;
        String target = "";
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--seconds" -> seconds = number(value);
                case "--runs" -> runs = number(value);
                case "--target" -> target = value;
                default -> wrongUse("unknown: " + arguments[i]);
            }
        }
        return new FuzzOrder(seconds, runs, target, Folders.root().resolve(".tessere/fuzz"));
    }

    private static int number(String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            wrongUse("a number from 1 on is expected");
        }
        return Integer.parseInt(value);
    }

    private static void wrongUse(String why) {
        System.err.println(why);
        System.exit(64);
    }
}
