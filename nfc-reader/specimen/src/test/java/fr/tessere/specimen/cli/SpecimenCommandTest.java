package fr.tessere.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("tessere specimen")
class SpecimenCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Locale language, String... arguments) {
        return SpecimenCommand.run(language, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void listsEverySpecimen() {
        assertThat(run(Locale.FRENCH, "list")).isZero();
        assertThat(out.toString()).contains(Specimens.profiles()).contains(Specimens.badChips());
        assertThat(out.toString()).contains("Carte d’identité française");
    }

    @Test
    void makesWhatWasOrderedAndShowsIt() throws IOException {
        Path file = folder.resolve("a.specimen.json");
        assertThat(run(
                        Locale.ENGLISH,
                        "make",
                        "french-identity-card",
                        "--out=" + file,
                        "--can=271828",
                        "--family-name=Œuvré-Spécimen",
                        "--given-names=Zoé",
                        "--birth-date=2001-02-XX",
                        "--number=SPC1FRA99",
                        "--expiry=2031-01-01"))
                .isZero();
        SpecimenDocument made = Specimens.open(file);
        assertThat(made.can()).contains("271828");
        assertThat(made.mrz().lines().get(0)).startsWith("IDFRASPC1FRA99");
        assertThat(made.mrz().lines().get(1)).startsWith("0102<<").contains("310101");
        assertThat(made.mrz().lines().get(2)).startsWith("OEUVRE<SPECIMEN<<ZOE<");
        assertThat(run(Locale.ENGLISH, "show", file.toString())).isZero();
        // the start script looks for the six digits behind this word
        assertThat(out.toString()).containsPattern("CAN[^0-9]*271828");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lost", "make french-identity-card", "serve", "list --loud", "serve x --port y"})
    void saysWhatIsWrongWithACall(String call) {
        String[] arguments = call.isEmpty() ? new String[0] : call.split(" ");
        assertThat(run(Locale.FRENCH, arguments)).isEqualTo(64);
        assertThat(err.toString()).startsWith("Mauvais usage\u00a0: ").contains("--help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesANameThatIsNoProfile() {
        assertThat(run(Locale.ENGLISH, "make", "nobody", "--out", folder + "/x"))
                .isEqualTo(64);
        assertThat(Files.exists(folder.resolve("x"))).isFalse();
    }

    @Test
    void failsForAFileThatIsNotThere() {
        assertThat(run(Locale.FRENCH, "show", folder + "/x")).isEqualTo(2);
        assertThat(err.toString()).contains("il n’y a pas de fichier");
    }

    @Test
    void failsWhereThereIsNoVirtualReader() {
        Path file = folder.resolve("a.specimen.json");
        run(Locale.ENGLISH, "make", "french-identity-card", "--out=" + file);
        assertThat(run(Locale.ENGLISH, "serve", file.toString(), "--pcsc", "--vpcd-port=1"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "list --help", "make --help", "show --help", "serve --help", "trust --help"})
    void helpsInBothLanguages(String call) {
        assertThat(run(Locale.FRENCH, call.split(" "))).isZero();
        assertThat(out.toString()).contains("Utilisation\u00a0:").contains("Codes de sortie");
        out.getBuffer().setLength(0);
        assertThat(run(Locale.GERMAN, call.split(" "))).isZero();
        assertThat(out.toString()).contains("Usage:").contains("Exit codes");
    }

    @Test
    void writesTheCertificatesToTrust() throws IOException {
        assertThat(run(Locale.ENGLISH, "trust", "--out=" + folder)).isZero();
        assertThat(Files.readAllBytes(folder.resolve("specimen-csca-fra-2025.cer")))
                .isEqualTo(Specimens.authority().countrySigner().toArray());
    }
}
