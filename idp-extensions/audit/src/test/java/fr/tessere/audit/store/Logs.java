package fr.tessere.audit.store;

import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.head.LogKey;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Logs for tests. */
public final class Logs {
    public static final String LOG = "realm-1";
    public static final Instant AT = Instant.parse("2026-11-26T01:00:00Z");

    private Logs() {}

    public static HeadSigner signer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new HeadSigner(pair.getPrivate(), new LogKey((ECPublicKey) pair.getPublic()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static HeadReader reader(HeadSigner signer) {
        return new HeadReader(List.of(signer.key()));
    }

    public static Sequencer sequencer(HeadSigner signer) {
        return new Sequencer(signer, reader(signer), new SeenHeads(), 3, Duration.ofMinutes(5));
    }

    public static Entry entry(int number) {
        String id = "entry%05d".formatted(number) + "A".repeat(12);
        return new Entry(
                new EntryId(id),
                AT.plusSeconds(number),
                LOG,
                "login",
                Entry.DONE,
                List.of(new Field("level", "eidas" + number % 3)));
    }

    /** A log of so many entries, sequenced three at a time, with a head for each batch. */
    public static MemoryStore grown(HeadSigner signer, int entries) {
        MemoryStore store = new MemoryStore();
        grow(signer, store, 0, entries);
        return store;
    }

    public static void grow(HeadSigner signer, MemoryStore store, int from, int to) {
        for (int i = from; i < to; i++) {
            store.write(entry(i));
        }
        while (sequencer(signer).sequence(LOG, store, AT.plusSeconds(to)) > 0) {
            // the next batch
        }
    }
}
