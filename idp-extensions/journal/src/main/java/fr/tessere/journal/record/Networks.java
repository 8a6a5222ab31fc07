package fr.tessere.journal.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of an address that names a network and no household: 24 bits of IPv4, 48 of IPv6. */
final class Networks {
    private Networks() {}

    static Optional<String> of(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        if (address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return Optional.of(address.substring(0, address.lastIndexOf('.')));
        }
        if (!address.matches("[0-9A-Fa-f:]{2,39}") || !address.contains(":")) {
            return Optional.empty();
        }
        String[] groups = address.split("::", 2)[0].split(":");
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            String group = i < groups.length && !groups[i].isEmpty() ? groups[i] : "0";
            network.append(Integer.toHexString(Integer.parseInt(group, 16) & 0xFFFF))
                    .append(':');
        }
        return Optional.of(network.toString());
    }
}
