package fr.tessere.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.RevocationGrade;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.trust.TrustFault;
import fr.tessere.verification.trust.Vouching;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An officer at the command line")
class ToolsCommandTest {
    private static final Path TRUST = Path.of(System.getProperty("tessere.root"), "src/main/trust");
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Nested
    @DisplayName("verify")
    class Verify {

        @ParameterizedTest
        @ValueSource(strings = {"french-identity-card", "passport-active-authentication", "residence-permit"})
        void aGenuineDocumentIsVerifiedCheckByCheck(String profile) throws IOException {
            int code = verify(Specimens.load(profile), "--json");

            JsonNode verdict = json();
            assertThat(code).as(verdict.toString()).isZero();
            assertThat(verdict.path("verdict").asText()).isEqualTo("verified");
            assertThat(verdict.path("code").isNull()).isTrue();
            assertThat(verdict.path("specimen").asBoolean()).isTrue();
            assertThat(result(verdict, "sod-signature")).isEqualTo("successful");
            assertThat(result(verdict, "data-group-digests")).isEqualTo("successful");
            assertThat(result(verdict, "signer-revocation")).isEqualTo("undetermined");
        }

        @ParameterizedTest
        @CsvSource({
            "changed-dg1, data-group-digest, data-group-digests",
            "changed-dg14, data-group-digest, data-group-digests",
            "wrong-signature, sod-signature, sod-signature",
            "sod-trailing-byte, sod-trailing-bytes, sod-format",
            "signed-by-another-state, signer-country, issuing-state",
            "expired-identity-card, document-expired, document-validity",
        })
        void aFaultIsNamedAndItsCheckHasFailed(String profile, String code, String check) throws IOException {
            assertThat(verify(Specimens.load(profile), "--json")).isEqualTo(2);
            assertThat(json().path("verdict").asText()).isEqualTo("refused");
            assertThat(json().path("code").asText()).isEqualTo(code);
            assertThat(result(json(), check)).isEqualTo("failed");
        }

        @Test
        void theSameForAPersonInFrench() throws IOException {
            assertThat(verify(Specimens.load("changed-dg1"), "--language=fr")).isEqualTo(2);
            assertThat(out.toString()).contains("data-group-digest", "Les données du document ont été modifiées");
        }

        @Test
        void aStatesDocumentNeedsAStatesAnchor() {
            Path sod = Path.of(System.getProperty("tessere.testdata"), "bsi-tr03105-5/EF_SOD.bin");
            assumeTrue(Files.exists(sod), "no shared test data beside this clone");

            assertThat(run("verify", "--sod", sod.toString(), "--trust", TRUST.toString(), "--json"))
                    .isEqualTo(2);
            assertThat(json().path("code").asText()).isEqualTo("signer-untrusted");
            assertThat(result(json(), "signer-validity")).isEqualTo("aborted");
        }

        @Test
        void anythingAtAllMayBeThrownAtIt() throws IOException {
            for (int length : new int[] {0, 1, 10, 40_000}) {
                Path sod = Files.write(folder.resolve("any"), new byte[length]);
                out.getBuffer().setLength(0);

                assertThat(run("verify", "--sod", sod.toString(), "--trust", TRUST.toString(), "--json"))
                        .isEqualTo(2);
                assertThat(json().path("code").asText()).isEqualTo("sod-malformed");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "verify",
                    "verify --sod /no/such/file",
                    "verify --sod /dev/null --dg 17=/dev/null",
                    "verify --sod /dev/null --dg x",
                    "verify --sod /dev/null --at tomorrow",
                    "verify --sod /dev/null --trust /no/such/folder",
                    "verify --sod /dev/null --what",
                    "verify --sod /dev/null --again /no/such/file",
                    "verify --sod /dev/null --again /dev/null",
                    "trust",
                    "trust --folder /no/such/folder",
                    "what"
                })
        void wrongUseIsSaidInOneSentence(String line) {
            assertThat(run(line.split(" "))).isEqualTo(64);
            assertThat(err.toString()).isNotBlank().doesNotContain("Exception", "\tat ");
            assertThat(out.toString()).isEmpty();
        }
    }

    @Nested
    @DisplayName("trust")
    class Trust {

        @Test
        void saysWhatIsTrustedForEachCountry() {
            assertThat(run("trust", "--folder", TRUST.toString(), "--json")).isZero();
            assertThat(out.toString()).contains("\"FR\"", "\"UT\"");
        }

        @Test
        void aFileThatCannotBeReadIsNamedAndTheOthersStillCount() throws IOException {
            Path certificate = TRUST.resolve("specimen/specimen-csca-uto.cer");
            Files.copy(certificate, folder.resolve("good.cer"));
            Files.writeString(folder.resolve("bad.cer"), "no certificate");

            assertThat(run("trust", "--folder", folder.toString(), "--json")).isEqualTo(2);
            assertThat(out.toString()).contains("bad.cer", "\"UT\"");
        }

        @Test
        void thePublishedMasterListsAreCountedPerCountry() {
            Path lists = Path.of(System.getProperty("tessere.testdata"), "masterlists");
            assumeTrue(Files.exists(lists), "no shared test data beside this clone");

            assertThat(run("trust", "--folder", lists.toString(), "--json"))
                    .as("eight link certificates of the German list say that they are no authority's")
                    .isEqualTo(2);

            JsonNode report = json();
            assertThat(report.path("masterLists")).hasSize(2);
            assertThat(report.path("refused"))
                    .hasSize(8)
                    .allSatisfy(one -> assertThat(one.path("code").asText()).isEqualTo("not-an-authority"));
            Map<String, Integer> numbers = new HashMap<>();
            report.path("countries")
                    .forEach(one -> numbers.put(
                            one.path("country").asText(), one.path("number").asInt()));
            assertThat(numbers).hasSizeGreaterThan(90).containsKeys("FR", "DE", "NL", "UN", "CH");
            assertThat(numbers.values().stream().mapToInt(number -> number).sum())
                    .isEqualTo(589);
        }

        @Test
        void aLaterReportSaysWhatCameAndWentAndWhatIsKnownAboutRevocation() throws IOException {
            SpecimenAuthority authority = Specimens.authority();
            for (var signer : authority.countrySigners().entrySet()) {
                Files.write(
                        folder.resolve(signer.getKey() + ".cer"),
                        signer.getValue().certificate().toArray());
            }
            assertThat(run("trust", "--folder", folder.toString(), "--json")).isZero();
            Path earlier = Files.writeString(folder.resolve(".earlier"), out.toString());
            Files.delete(folder.resolve("specimen-csca-uto.cer"));
            CrlWriter list = CrlWriter.of(authority.currentCountrySigner(), Period.ofDays("2026-11-13", "2027-01-01"));
            Files.write(
                    folder.resolve("fra.crl"),
                    list.revoking(authority.signer("rsa")).write().toArray());
            out.getBuffer().setLength(0);

            assertThat(run("trust", "--folder", folder.toString(), "--since", earlier.toString()))
                    .isZero();

            assertThat(out.toString())
                    .contains("+ FR CRL 1 ", "- UT ", "10 days old, next by 2027-01-01", "a fresh list is loaded")
                    .contains("a server would trust none of those");
        }

        @Test
        void hasWordsForWhateverItMayHaveToSay() {
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                Texts texts = Texts.in(language);
                for (TrustFault fault : TrustFault.values()) {
                    assertThat(texts.say("fault." + fault.word())).isNotBlank();
                }
                for (Vouching vouching : Vouching.values()) {
                    assertThat(texts.say("vouching." + vouching.word())).isNotBlank();
                }
                for (RevocationGrade grade : RevocationGrade.values()) {
                    assertThat(texts.say("revocation." + grade.word())).isNotBlank();
                }
                for (Weakness weakness : Weakness.values()) {
                    assertThat(texts.say("weakness." + weakness.word())).isNotBlank();
                }
            }
        }
    }

    private int verify(SpecimenDocument document, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("verify", "--trust", TRUST.toString()));
        arguments.addAll(List.of("--sod", write(document, FileId.SOD)));
        for (FileId file : List.of(FileId.DG1, FileId.DG2, FileId.DG11, FileId.DG14, FileId.DG15)) {
            if (document.file(file).isPresent()) {
                arguments.add("--dg");
                arguments.add(file.dataGroupNumber().orElseThrow() + "=" + write(document, file));
            }
        }
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String write(SpecimenDocument document, FileId file) throws IOException {
        Path path = folder.resolve(file.word());
        return Files.write(path, document.fileOf(file).toArray()).toString();
    }

    private int run(String... arguments) {
        Texts texts = Texts.in(Language.of(arguments, Locale.ENGLISH));
        return ToolsCommand.run(
                new Surroundings(new PrintWriter(out, true), new PrintWriter(err, true), texts, TODAY), arguments);
    }

    private JsonNode json() {
        try {
            return JsonMapper.builder().build().readTree(out.toString());
        } catch (IOException e) {
            throw new AssertionError(out.toString(), e);
        }
    }

    private static String result(JsonNode verdict, String check) {
        for (JsonNode made : verdict.path("checks")) {
            if (made.path("name").asText().equals(check)) {
                return made.path("result").asText();
            }
        }
        return "not there";
    }
}
