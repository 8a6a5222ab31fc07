package fr.tessere.specimen.authority;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("src/main/trust/specimen holds the country signers of the specimen authority, and nothing else")
class TrustFolderTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("tessere.root", "../.."), "src", "main", "trust", "specimen");

    @Test
    void everyCountrySignerIsThereByteForByte() throws IOException {
        for (Map.Entry<String, CountrySigner> signer :
                new SpecimenAuthority().countrySigners().entrySet()) {
            Path file = FOLDER.resolve(signer.getKey() + ".cer");
            assertThat(Bytes.of(Files.readAllBytes(file)).toHex())
                    .as(file.getFileName() + " (write it with: tessere specimen trust --out " + FOLDER + ")")
                    .isEqualTo(signer.getValue().certificate().toHex());
        }
    }

    @Test
    void noOtherCertificateIsThere() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".cer")))
                    .hasSize(new SpecimenAuthority().countrySigners().size());
        }
    }
}
