package fr.tessere.journal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.audit.tree.TreeHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The key that signs heads")
class HeadKeysTest {
    private static final Head HEAD = new Head("realm", 1, TreeHash.EMPTY, Instant.EPOCH);

    @Test
    void madeFromASecretIsTheSameOnEveryNodeAndAnotherForAnotherSecret() throws InvalidHeadException {
        HeadSigner one = HeadKeys.ofSecret(bytes(1));
        HeadSigner same = HeadKeys.ofSecret(bytes(1));

        assertThat(new HeadReader(List.of(same.key()))
                        .read(one.sign(HEAD).jws())
                        .head())
                .isEqualTo(HEAD);
        assertThat(HeadKeys.ofSecret(bytes(2)).key().id())
                .isNotEqualTo(one.key().id());
    }

    @Test
    void comesFromAKeystore(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "of-this-test\n");
        Path store = keystore(folder, "secp256r1");
        HeadSigner signer = HeadKeys.ofKeystore(store, password, "log");

        assertThat(new HeadReader(List.of(signer.key()))
                        .read(signer.sign(HEAD).jws())
                        .head())
                .isEqualTo(HEAD);
        assertThatThrownBy(() -> HeadKeys.ofKeystore(store, password, "other"))
                .isInstanceOf(IllegalArgumentException.class);
        Path wrong = Files.writeString(folder.resolve("wrong"), "not-it");
        assertThatThrownBy(() -> HeadKeys.ofKeystore(store, wrong, "log"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("not-it");
    }

    @Test
    void ofAnotherCurveIsRefused(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "of-this-test");
        Path store = keystore(folder, "secp384r1");

        assertThatThrownBy(() -> HeadKeys.ofKeystore(store, password, "log"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-256");
    }

    private static Path keystore(Path folder, String curve) throws IOException, InterruptedException {
        Path store = folder.resolve(curve + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        curve,
                        "-alias",
                        "log",
                        "-dname",
                        "CN=log",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "of-this-test")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }

    private static byte[] bytes(int fill) {
        byte[] bytes = new byte[64];
        java.util.Arrays.fill(bytes, (byte) fill);
        return bytes;
    }
}
