package fr.tessere.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The account of a decision, and the same decision made again from the files")
class DecisionAgainTest {
    private static final Path TRUST = Path.of(System.getProperty("tessere.root"), "src/main/trust");
    private static final Instant THEN = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant YEARS_LATER = Instant.parse("2046-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void anotherDataGroupIsToldApart() throws IOException {
        List<String> files = files(Specimens.load("french-identity-card"));
        Path account = account(files);
        List<String> others = files(Specimens.load("passport-active-authentication"));

        assertThat(again(others, account)).contains("\"confirmed\" : false", "sod", "dg1", "signer");
    }

    @Test
    void aFileThatIsNotThereAnyMoreIsNamed() throws IOException {
        List<String> files = files(Specimens.load("french-identity-card"));
        Path account = account(files);
        List<String> fewer = files.subList(0, 2);

        assertThat(again(fewer, account)).contains("\"confirmed\" : false", "dg1", "data-group-format");
    }

    @Test
    void otherAnchorsAreNamed() throws IOException {
        List<String> files = files(Specimens.load("french-identity-card"));
        Path account = account(files);
        Path other = folder.resolve("trust");
        Files.createDirectories(other.resolve("specimen"));
        Files.copy(TRUST.resolve("specimen/specimen-csca-uto.cer"), other.resolve("specimen/specimen-csca-uto.cer"));

        assertThat(run(YEARS_LATER, other, files, "--again", account.toString(), "--json"))
                .contains("\"confirmed\" : false", "trust-version", "signer-chain");
    }

    @Test
    void anAccountThatSomebodyChangedIsNotConfirmed() throws IOException {
        List<String> files = files(Specimens.load("changed-dg1"));
        Path account = account(files);
        Files.writeString(
                account, Files.readString(account).replace("\"data-group-digest\"", "\"data-group-malformed\""));

        assertThat(again(files, account)).contains("\"confirmed\" : false", "refusal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "french-identity-card",
                "passport-active-authentication",
                "residence-permit",
                "changed-dg1",
                "wrong-signature",
                "expired-identity-card"
            })
    void theSameFilesConfirmItYearsLater(String profile) throws IOException {
        List<String> files = files(Specimens.load(profile));

        assertThat(again(files, account(files))).contains("\"confirmed\" : true");
    }

    @Test
    void eachCheckNamesItsInputsAndTheseAreTheDigestsOfTheFiles() throws IOException {
        SpecimenDocument document = Specimens.load("french-identity-card");
        List<String> files = files(document);
        JsonNode account = JsonMapper.builder().build().readTree(account(files).toFile());

        assertThat(inputsOf(account, "sod-signature")).containsExactly("sod", "signer");
        assertThat(inputsOf(account, "data-group-digests")).contains("sod", "dg1", "dg14");
        assertThat(digest(account, "sod")).isEqualTo(sha256(document.fileOf(FileId.SOD)));
        assertThat(digest(account, "dg14")).isEqualTo(sha256(document.fileOf(FileId.DG14)));
        assertThat(digest(account, "signer")).hasSize(64);
        assertThat(digest(account, "country-signer")).hasSize(64);
        assertThat(account.path("trustVersion").asText()).hasSize(64);
        assertThat(account.path("policy").asText()).contains("expired-documents=refused");
    }

    @Test
    void whoHasTheAccountCannotTryZonesUntilOneFits() throws IOException {
        SpecimenDocument document = Specimens.load("french-identity-card");
        Path account = account(files(document));

        assertThat(Files.readString(account)).doesNotContain(sha256(document.fileOf(FileId.DG1)));
        assertThat(digest(JsonMapper.builder().build().readTree(account.toFile()), "dg1"))
                .hasSize(64);
    }

    private List<String> files(SpecimenDocument document) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--sod", write(document, FileId.SOD)));
        for (FileId file : List.of(FileId.DG1, FileId.DG2, FileId.DG11, FileId.DG14, FileId.DG15)) {
            if (document.file(file).isPresent()) {
                arguments.add("--dg");
                arguments.add(file.dataGroupNumber().orElseThrow() + "=" + write(document, file));
            }
        }
        return arguments;
    }

    private String write(SpecimenDocument document, FileId file) throws IOException {
        Path path = Files.createTempFile(folder, file.word(), ".bin");
        return Files.write(path, document.fileOf(file).toArray()).toString();
    }

    private Path account(List<String> files) throws IOException {
        return Files.writeString(folder.resolve("account.json"), run(THEN, TRUST, files, "--json"));
    }

    private String again(List<String> files, Path account) {
        return run(YEARS_LATER, TRUST, files, "--again", account.toString(), "--json");
    }

    private static String run(Instant now, Path trust, List<String> files, String... more) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("verify", "--trust", trust.toString()));
        arguments.addAll(files);
        arguments.addAll(List.of(more));
        String[] line = arguments.toArray(String[]::new);
        Surroundings here = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                Texts.in(Language.of(line, Locale.ENGLISH)),
                Clock.fixed(now, ZoneOffset.UTC));
        int code = ToolsCommand.run(here, line);
        assertThat(out.toString().contains("\"confirmed\" : true"))
                .isEqualTo(List.of(more).contains("--again") && code == 0);
        return out.toString();
    }

    private static List<String> inputsOf(JsonNode account, String check) {
        List<String> names = new ArrayList<>();
        for (JsonNode made : account.path("checks")) {
            if (made.path("name").asText().equals(check)) {
                made.path("inputs").forEach(name -> names.add(name.asText()));
            }
        }
        return names;
    }

    private static String digest(JsonNode account, String input) {
        for (JsonNode one : account.path("inputs")) {
            if (one.path("name").asText().equals(input)) {
                return one.path("digest").asText();
            }
        }
        return "not there";
    }

    private static String sha256(Bytes file) {
        return DigestAlgorithm.SHA256.digest(file).toHex().toLowerCase(Locale.ROOT);
    }
}
