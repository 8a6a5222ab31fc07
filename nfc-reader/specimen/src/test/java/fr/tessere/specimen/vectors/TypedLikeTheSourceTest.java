package fr.tessere.specimen.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The typed worked examples are those of the shared test data")
class TypedLikeTheSourceTest {
    private static final Path SOURCE =
            Path.of(System.getProperty("tessere.testdata", "."), "icao-9303-11-worked-examples.json");

    private JsonNode source = new ObjectMapper().nullNode();

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.exists(SOURCE), "skipped: the shared test data is not beside this clone");
        source = new ObjectMapper().readTree(SOURCE.toFile());
    }

    @Test
    void basicAccess() {
        JsonNode example = source.path("bacAppendixD");
        assertThat(hex(example, "kSeed")).isEqualTo(BasicAccessExample.KEY_SEED);
        assertThat(hex(example, "kEnc")).isEqualTo(BasicAccessExample.ACCESS_KEY_ENCRYPTION);
        assertThat(hex(example, "kMac")).isEqualTo(BasicAccessExample.ACCESS_KEY_CHECKSUM);
        assertThat(hex(example, "rndIC")).isEqualTo(BasicAccessExample.CHIP_CHALLENGE);
        assertThat(hex(example, "rndIFD")).isEqualTo(BasicAccessExample.TERMINAL_CHALLENGE);
        assertThat(hex(example, "kIC")).isEqualTo(BasicAccessExample.CHIP_KEY);
        assertThat(hex(example, "kIFD")).isEqualTo(BasicAccessExample.TERMINAL_KEY);
        assertThat(hex(example, "ksEnc")).isEqualTo(BasicAccessExample.SESSION_KEY_ENCRYPTION);
        assertThat(hex(example, "ksMac")).isEqualTo(BasicAccessExample.SESSION_KEY_CHECKSUM);
        assertThat(hex(example, "ssc")).isEqualTo(BasicAccessExample.COUNTER);
        assertThat(BasicAccessExample.EXTERNAL_AUTHENTICATE.command())
                .isEqualTo(Bytes.concat(
                        Bytes.ofHex("0082000028"), hex(example, "eIFD"), hex(example, "mIFD"), Bytes.ofHex("28")));
        for (int i = 0; i < BasicAccessExample.READING.size(); i++) {
            JsonNode step = example.path("exchange").path(i);
            ProtectedExchange typed = BasicAccessExample.READING.get(i);
            assertThat(hex(step, "plainCommand")).isEqualTo(typed.plain().command());
            assertThat(hex(step, "plainResponse")).isEqualTo(typed.plain().answer());
            assertThat(hex(step, "command")).isEqualTo(typed.wire().command());
            assertThat(hex(step, "response")).isEqualTo(typed.wire().answer());
        }
    }

    @Test
    void paceGenericMapping() {
        JsonNode example = source.path("paceGmEcdhAppendixG1");
        assertThat(hex(example, "paceInfo")).isEqualTo(PaceGenericMappingExample.PACE_INFO);
        assertThat(hex(example, "sha1")).isEqualTo(PaceGenericMappingExample.PASSWORD_HASH);
        assertThat(hex(example, "kPi")).isEqualTo(PaceGenericMappingExample.PASSWORD_KEY);
        assertThat(hex(example, "nonceS")).isEqualTo(PaceGenericMappingExample.NONCE);
        assertThat(hex(example, "encryptedNonceZ")).isEqualTo(PaceGenericMappingExample.ENCRYPTED_NONCE);
        JsonNode mapping = example.path("mapping");
        assertThat(hex(mapping, "pcdPrivate")).isEqualTo(PaceGenericMappingExample.TERMINAL_MAPPING_PRIVATE);
        assertThat(hex(mapping, "piccPrivate")).isEqualTo(PaceGenericMappingExample.CHIP_MAPPING_PRIVATE);
        assertThat(point(mapping, "pcdPublic")).isEqualTo(PaceGenericMappingExample.TERMINAL_MAPPING_PUBLIC);
        assertThat(point(mapping, "piccPublic")).isEqualTo(PaceGenericMappingExample.CHIP_MAPPING_PUBLIC);
        assertThat(point(mapping, "mappedG")).isEqualTo(PaceGenericMappingExample.MAPPED_GENERATOR);
        JsonNode agreement = example.path("agreement");
        assertThat(hex(agreement, "pcdPrivate")).isEqualTo(PaceGenericMappingExample.TERMINAL_PRIVATE);
        assertThat(point(agreement, "pcdPublic")).isEqualTo(PaceGenericMappingExample.TERMINAL_PUBLIC);
        assertThat(point(agreement, "piccPublic")).isEqualTo(PaceGenericMappingExample.CHIP_PUBLIC);
        assertThat(hex(agreement, "sharedK")).isEqualTo(PaceGenericMappingExample.SHARED_SECRET);
        assertThat(hex(example, "ksEnc")).isEqualTo(PaceGenericMappingExample.SESSION_KEY_ENCRYPTION);
        assertThat(hex(example, "ksMac")).isEqualTo(PaceGenericMappingExample.SESSION_KEY_CHECKSUM);
        assertThat(hex(example, "tokenPCD")).isEqualTo(PaceGenericMappingExample.TERMINAL_TOKEN);
        assertThat(hex(example, "tokenPICC")).isEqualTo(PaceGenericMappingExample.CHIP_TOKEN);
    }

    private static Bytes hex(JsonNode parent, String name) {
        return Bytes.ofHex(parent.path(name).asText());
    }

    private static Bytes point(JsonNode parent, String name) {
        return Bytes.ofHex("04" + parent.path(name + "X").asText()
                + parent.path(name + "Y").asText());
    }
}
