package fr.tessere.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.trust.MasterList;
import fr.tessere.verification.trust.SignedCertificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Files that somebody put into the trust folder")
class TrustFilesFuzzTest {

    @MethodSource
    @FuzzTest
    void certificate(byte[] der) {
        Bounds.hold(() -> SignedCertificate.parse(Bytes.of(der)));
    }

    static Stream<byte[]> certificate() {
        return Seeds.certificates();
    }

    @MethodSource
    @FuzzTest
    void masterList(byte[] der) {
        Bounds.hold(() -> MasterList.parse(Bytes.of(der)));
    }

    static Stream<byte[]> masterList() {
        return Seeds.masterLists();
    }
}
