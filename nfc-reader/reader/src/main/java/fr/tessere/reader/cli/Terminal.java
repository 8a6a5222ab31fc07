package fr.tessere.reader.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the person sits: says things, and asks for what is printed on a card without showing it. */
final class Terminal {
    private final BufferedReader in;
    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable Hidden person;

    /** Where no person is, there is nobody to ask. */
    Terminal(BufferedReader in, PrintWriter out, PrintWriter err, @Nullable Hidden person) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.person = person;
    }

    /** Asks a person for a line that is not shown; empty if the person ended the input. */
    @FunctionalInterface
    interface Hidden {
        Optional<String> line(String prompt);
    }

    /** The terminal that this program was started in. */
    static Terminal ofThisProgram() {
        Console console = System.console();
        Charset told = console == null ? StandardCharsets.UTF_8 : console.charset();
        // the plain C locale says ASCII where every terminal of today shows UTF-8
        Charset charset = told.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : told;
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, charset)),
                writer(System.out, charset),
                writer(System.err, charset),
                console == null ? null : prompt -> hidden(console, prompt));
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println(line);
        err.flush();
    }

    /** True if a person can be asked. */
    boolean isPerson() {
        return person != null;
    }

    /** Asks without showing what is typed; empty if the person ended the input. */
    Optional<String> askHidden(String prompt) {
        return person == null ? Optional.empty() : person.line(prompt);
    }

    /** The next line of the standard input, for programs that write the code into a pipe. */
    Optional<String> nextLine() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    private static Optional<String> hidden(Console console, String prompt) {
        char @Nullable [] typed = console.readPassword("%s", prompt);
        return typed == null ? Optional.empty() : Optional.of(new String(typed));
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }
}
