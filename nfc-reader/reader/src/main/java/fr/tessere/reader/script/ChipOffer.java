package fr.tessere.reader.script;

import fr.tessere.protocol.card.FileId;
import fr.tessere.reader.card.CardCost;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a chip offers, as it says itself: nothing of it is proven.
 *
 * @param access how it can be opened, for example {@code PACE-ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1} or {@code BAC}
 * @param insight what is only seen inside, with an access key
 * @param cost what asking cost
 */
public record ChipOffer(List<String> access, Optional<Insight> insight, CardCost cost) {
    public ChipOffer {
        access = List.copyOf(access);
    }

    /**
     * What an opened chip shows.
     *
     * @param openedBy the protocol that opened it, one of {@link ChipOffer#access()}
     * @param dataGroups data groups that EF.SOD lists
     * @param chipAuthentication algorithms and curves in DG14, for example {@code CA-ECDH-AES-CBC-CMAC-128
     *     brainpoolP256r1}; empty without
     * @param activeAuthentication kind of the key in DG15, for example {@code RSA 2048} or {@code EC secp256r1}
     * @param largestAnswer data bytes that one answer can bring
     */
    public record Insight(
            String openedBy,
            Set<FileId> dataGroups,
            List<String> chipAuthentication,
            Optional<String> activeAuthentication,
            int largestAnswer) {
        public Insight {
            dataGroups = Set.copyOf(dataGroups);
            chipAuthentication = List.copyOf(chipAuthentication);
        }
    }
}
