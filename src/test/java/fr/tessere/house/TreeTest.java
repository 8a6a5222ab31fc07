package fr.tessere.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The repository: what lies where")
class TreeTest {
    private static final Set<String> TOP =
            Set.of("pom.xml", "idp-extensions", "nfc-reader", "relying-party-demo", "src", "README.md", "LICENSE");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

    @Test
    void theTopLevelHasNoOtherNames() throws IOException {
        try (Stream<Path> entries = Files.list(Repository.root())) {
            assertThat(entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !name.equals("target")))
                    .isSubsetOf(TOP);
        }
    }

    @Test
    void everyLinkInTheDocumentsLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : Repository.files(".md")) {
            Matcher link = LINK.matcher(Repository.text(document));
            while (link.find()) {
                String address = link.group(1);
                if (!isOutside(address) && !Files.exists(target(document, address))) {
                    broken.add(Repository.name(document) + " -> " + address);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void noSharedTestDataWasCopied() throws IOException, NoSuchAlgorithmException {
        Path testdata = Path.of(System.getProperty("tessere.testdata", "missing"));
        assumeThat(testdata).as("shared test data beside the clone").isDirectory();
        Map<String, String> shared = new HashMap<>();
        try (Stream<Path> files = Files.walk(testdata)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                shared.put(digest(file), testdata.relativize(file).toString());
            }
        }
        Map<String, String> copied = new HashMap<>();
        for (Path file : Repository.files()) {
            String original = shared.get(digest(file));
            if (original != null && Files.size(file) > 0) {
                copied.put(Repository.name(file), original);
            }
        }

        assertThat(copied).isEmpty();
    }

    private static boolean isOutside(String address) {
        return address.matches("^(https?:|mailto:|#).*");
    }

    private static Path target(Path document, String address) {
        return document.resolveSibling(address.replaceFirst("#.*$", ""));
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
