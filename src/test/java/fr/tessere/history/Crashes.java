package fr.tessere.history;

import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.Postgres;
import fr.tessere.server.TwoNodes;
import fr.tessere.server.Visitor;
import fr.tessere.server.Waiting;
import fr.tessere.specimen.document.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Sign-ins at two nodes, one after the other; in one of ten the database is killed, in one of fifty the node where it takes
 * place, each at a random moment of it; and behind one of ten the database, as soon as somebody has tokens.
 */
final class Crashes {
    private static final int OF_DATABASE = 10;
    private static final int OF_SERVER = 50;
    private static final long MILLION = 1_000_000;
    /** A database reads its journal again, a cluster finds out who is left. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TwoNodes nodes;
    private final Postgres database;
    private final Random random;
    private final Queue<String> transactions = new ConcurrentLinkedQueue<>();
    private long usual;
    private int servers;
    private int databases;
    private int cutOff;

    Crashes(TwoNodes nodes, Postgres database, Random random) {
        this.nodes = nodes;
        this.database = database;
        this.random = random;
    }

    /** What dies in the middle of a sign-in. */
    private enum Victim {
        NOBODY,
        SERVER,
        DATABASE,
        /** The database, right behind a sign-in: what somebody was told must be on the disk. */
        DATABASE_BEHIND
    }

    /** So many sign-ins. */
    void through(int signIns) throws Exception {
        int ofServer = Math.max(1, signIns / OF_SERVER);
        int ofDatabase = Math.max(1, signIns / OF_DATABASE);
        List<Victim> victims = new ArrayList<>(Collections.nCopies(ofServer, Victim.SERVER));
        victims.addAll(Collections.nCopies(ofDatabase, Victim.DATABASE));
        victims.addAll(Collections.nCopies(ofDatabase, Victim.DATABASE_BEHIND));
        victims.addAll(Collections.nCopies(signIns - victims.size(), Victim.NOBODY));
        Collections.shuffle(victims, random);
        for (int node = 0; node < 2; node++) {
            warm(node);
        }
        for (Victim victim : victims) {
            signIn(random.nextInt(2), victim);
        }
    }

    /** The {@code txn} of tokens that somebody got. */
    Queue<String> transactions() {
        return transactions;
    }

    @Override
    public String toString() {
        return "%d times a server was killed, %d times the database; %d sign-ins ended with tokens, %d were cut off"
                .formatted(servers, databases, transactions.size(), cutOff);
    }

    /** One gets through at this node, and another tells how long it takes. */
    private void warm(int node) {
        Waiting.until("somebody signs in again", PATIENCE, () -> {
            signIn(node);
            return true;
        });
        long begun = System.nanoTime();
        signIn(node);
        usual = Math.max(1, (System.nanoTime() - begun) / MILLION);
    }

    private void signIn(int node, Victim victim) throws InterruptedException {
        int before = transactions.size();
        Thread citizen = new Thread(() -> {
            try {
                signIn(node);
            } catch (RuntimeException | AssertionError gone) {
                cutOff++;
            }
        });
        citizen.start();
        if (victim == Victim.NOBODY || victim == Victim.DATABASE_BEHIND) {
            citizen.join();
            if (transactions.size() == before) {
                throw new AssertionError("nothing was killed, and nobody signed in: " + this);
            }
        } else {
            Thread.sleep(random.nextInt((int) usual));
        }
        if (victim == Victim.NOBODY) {
            return;
        }
        if (victim == Victim.SERVER) {
            nodes.kill(node);
            servers++;
            nodes.startAgain(node);
        } else {
            database.kill();
            databases++;
            database.startAgain();
        }
        citizen.join();
        for (int any = 0; any < 2; any++) {
            warm(any);
        }
    }

    private void signIn(int node) {
        try {
            Visitor visitor =
                    Visitor.arrive(new PlainBrowser("en"), nodes.service(node).begin("eidas1"));
            String back = Played.honestly(visitor.readingHere(), Specimens.load("french-identity-card"))
                    .last()
                    .json()
                    .path("returnAddress")
                    .asText();
            transactions.add(
                    visitor.returnTo(back).tokens().claims().path("txn").asText());
        } catch (fr.tessere.reader.card.ReadingException e) {
            throw new AssertionError(e);
        }
    }
}
