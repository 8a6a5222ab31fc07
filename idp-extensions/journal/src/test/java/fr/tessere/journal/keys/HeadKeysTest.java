package fr.tessere.journal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.audit.tree.TreeHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The key that signs heads")
class HeadKeysTest {
    private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String PIN = "of-this-test";
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
        Path password = Files.writeString(folder.resolve("password"), PIN + "\n");
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

    /** The key is made inside, and its private part is never given out: only its signature comes. */
    @Test
    void comesFromAModule(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(MODULE), "SoftHSM is not installed: apt-get install softhsm2");
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                Path.of(Objects.requireNonNull(System.getenv("SOFTHSM2_CONF"))), "directories.tokendir = " + tokens);
        run(
                folder,
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "log",
                "--so-pin",
                "of-officers",
                "--pin",
                PIN);
        Path configuration = Files.writeString(folder.resolve("module.cfg"), """
                name = log
                library = %s
                slotListIndex = 0
                attributes(*, CKO_PRIVATE_KEY, *) = { CKA_SENSITIVE = true  CKA_EXTRACTABLE = false }
                """.formatted(MODULE));
        keytool(folder, "secp256r1", "NONE", "PKCS11", "-addprovider", "SunPKCS11", "-providerarg", configuration + "");
        Path pin = Files.writeString(folder.resolve("pin"), PIN + "\n");
        // first: who has given the right one once is let in for as long as the process lives
        Path wrong = Files.writeString(folder.resolve("wrong"), "not-it");
        assertThatThrownBy(() -> HeadKeys.ofKeystore(configuration, wrong, "log"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("not-it");
        HeadSigner signer = HeadKeys.ofKeystore(configuration, pin, "log");

        assertThat(new HeadReader(List.of(signer.key()))
                        .read(signer.sign(HEAD).jws())
                        .head())
                .isEqualTo(HEAD);
        assertThatThrownBy(() -> HeadKeys.ofKeystore(configuration, pin, "other"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAnotherCurveIsRefused(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PIN);
        Path store = keystore(folder, "secp384r1");

        assertThatThrownBy(() -> HeadKeys.ofKeystore(store, password, "log"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-256");
    }

    private static Path keystore(Path folder, String curve) throws IOException, InterruptedException {
        Path store = folder.resolve(curve + ".p12");
        keytool(folder, curve, store.toString(), "PKCS12");
        return store;
    }

    private static void keytool(Path folder, String curve, String store, String type, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
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
                type,
                "-keystore",
                store,
                "-storepass",
                PIN));
        command.addAll(List.of(more));
        run(folder, command.toArray(String[]::new));
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(code).as(() -> said(said)).isZero();
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException none) {
            return "";
        }
    }

    private static byte[] bytes(int fill) {
        byte[] bytes = new byte[64];
        java.util.Arrays.fill(bytes, (byte) fill);
        return bytes;
    }
}
