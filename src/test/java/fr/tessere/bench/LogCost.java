package fr.tessere.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the tables take to answer the pages of the console, on one connection, as the server asks them. */
final class LogCost {
    /** What is aimed at for each question, milliseconds at the median. */
    static final double AIM = 300;

    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final int WARM_UP = 2;
    private static final Pattern SCAN = Pattern.compile(
            "(Parallel )?(Seq|Index Only|Index|Bitmap Heap|Bitmap Index) Scan( Backward)?( using \\w+)? on (\\w+)");

    private final Connection connection;
    private final int turns;
    private final boolean plans;
    private final List<Measured> measured = new ArrayList<>();

    LogCost(Connection connection, int turns, boolean plans) {
        this.connection = connection;
        this.turns = turns;
        this.plans = plans;
    }

    /**
     * A question that was asked.
     *
     * @param name of the question
     * @param median milliseconds
     * @param most milliseconds
     * @param found entries of the last turn
     * @param plan full plans, if the database has any
     */
    record Measured(String name, double median, double most, int found, List<String> plan) {}

    /** Asks one, some times. */
    void ask(Question question) throws SQLException {
        double[] millis = new double[turns];
        int found = 0;
        for (int turn = -WARM_UP; turn < turns; turn++) {
            long begun = System.nanoTime();
            found = question.asking().ask(connection, Math.max(0, turn));
            connection.commit();
            if (turn >= 0) {
                millis[turn] = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            }
        }
        Arrays.sort(millis);
        List<String> plan = plans ? new Plans(connection).of(question, turns - 1) : List.of();
        measured.add(new Measured(question.name(), millis[turns / 2], millis[turns - 1], found, plan));
    }

    List<Measured> measured() {
        return measured;
    }

    /** Number of questions whose median is above the aim. */
    long missed() {
        return measured.stream().filter(one -> one.median() > AIM).count();
    }

    /** Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("| asked | median, ms | most, ms | found | read by |\n");
        table.append("| --- | ---: | ---: | ---: | --- |\n");
        for (Measured one : measured) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s%.1f%s | %.1f | %d | %s |\n",
                    one.name(),
                    one.median() > AIM ? "**" : "",
                    one.median(),
                    one.median() > AIM ? "**" : "",
                    one.most(),
                    one.found(),
                    inShort(one.plan())));
        }
        return table.toString();
    }

    /** Which index each statement was answered from. */
    private static String inShort(List<String> plans) {
        List<String> ways = new ArrayList<>();
        for (String plan : plans) {
            Matcher scan = SCAN.matcher(plan);
            while (scan.find()) {
                String way = scan.group(4) == null
                        ? scan.group(2) + " " + scan.group(5)
                        : scan.group(4).substring(" using ".length());
                String plain = way.replace("ix_tessere_audit_", "").replace("tessere_audit_", "");
                if (!ways.contains(plain)) {
                    ways.add(plain);
                }
            }
        }
        return String.join(", ", ways);
    }
}
