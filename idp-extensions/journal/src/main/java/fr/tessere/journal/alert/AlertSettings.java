package fr.tessere.journal.alert;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where alerts go besides the console.
 *
 * @param webhook a program that hears of them
 * @param addresses people who get an e-mail
 * @param tick between two looks at the log
 */
public record AlertSettings(Optional<Webhook> webhook, List<String> addresses, Duration tick) {
    public AlertSettings {
        addresses = List.copyOf(addresses);
    }

    /**
     * A program.
     *
     * @param address https, or http on this machine
     * @param key of the signature over what is sent, 32 bytes, shared with that program and with nobody else
     */
    public record Webhook(URI address, byte[] key) {
        public Webhook {
            key = key.clone();
        }

        @Override
        public byte[] key() {
            return key.clone();
        }

        @Override
        public String toString() {
            return "Webhook[" + address.getHost() + "]";
        }
    }

    Set<Channel> channels() {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        if (webhook.isPresent()) {
            channels.add(Channel.WEBHOOK);
        }
        if (!addresses.isEmpty()) {
            channels.add(Channel.EMAIL);
        }
        return channels;
    }
}
