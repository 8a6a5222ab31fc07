package fr.tessere.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.catalogue.Case;
import fr.tessere.specimen.catalogue.Cases;
import fr.tessere.specimen.catalogue.Expected;
import fr.tessere.specimen.catalogue.TrustFiles;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.Weakness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("The catalogue: every bad chip is refused by name, every good one is accepted")
class CatalogueTest {
    /** For work on one table: {@code -Dtessere.cases=pace-.*} runs the rows whose ids match. */
    private static final Pattern WANTED = Pattern.compile(System.getProperty("tessere.cases", ".*"));

    private final List<String> deviations = new ArrayList<>();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyRow(KeycloakServer server) {
        SignInTrial signIn = new SignInTrial(server);
        FilesTrial files = new FilesTrial(folder);
        SentTrial sent = new SentTrial(server);
        TrustTrial trust = new TrustTrial(server);
        List<Case> rows = Cases.all().stream()
                .filter(Case::canBeMade)
                .filter(row -> WANTED.matcher(row.id()).matches())
                .toList();
        Stream<DynamicTest> honest = rows.stream()
                .map(Case::base)
                .distinct()
                .map(base ->
                        DynamicTest.dynamicTest("without a fault: " + base, () -> isAccepted(base, signIn, files)));
        Stream<DynamicTest> each = rows.stream()
                .filter(row -> !isLaid(row))
                .map(row -> DynamicTest.dynamicTest(
                        row.id() + ": " + row.expected(), () -> judge(row, signIn, files, sent)));
        // last, and the folder of the server that all tests share is as it was behind them
        Stream<DynamicTest> trusting = rows.stream()
                .filter(CatalogueTest::isLaid)
                .map(row -> DynamicTest.dynamicTest(row.id() + ": " + row.expected(), () -> judge(row, files, trust)));
        DynamicTest table = DynamicTest.dynamicTest(
                "every deviation in one table",
                () -> assertThat(deviations).as(String.join("", deviations)).isEmpty());
        return Stream.of(honest, each, trusting, Stream.of(table))
                .flatMap(tests -> tests)
                .onClose(trust::close);
    }

    @ParameterizedTest
    @MethodSource("fr.tessere.specimen.catalogue.Cases#all")
    void whatARowExpectsIsAWordThatTheProductHas(Case row) {
        isKnown(row.id(), row.expected());
        row.seen().signIn().ifPresent(expected -> isKnown(row.id(), expected));
    }

    private static void isKnown(String id, Expected expected) {
        String word = expected.word();
        switch (expected.outcome()) {
            case REFUSE -> assertThat(RefusalCode.ofWord(word)).as(id).isPresent();
            case FLAG ->
                assertThat(Weakness.values()).as(id).extracting(Weakness::word).contains(word);
            default -> assertThat(word).isEmpty();
        }
    }

    /** A row that a running server has to be given another trust folder for. */
    private static boolean isLaid(Case row) {
        return row.changesTrust() && row.seen().by().equals("server");
    }

    private static void isAccepted(String base, SignInTrial signIn, FilesTrial files) {
        SpecimenDocument document = Specimens.load(base);

        assertThat(signIn.of(document, SignInTrial.LITTLE).refusal())
                .as("sign-in")
                .isEmpty();
        assertThat(files.of(base, document, TrustFiles.usual()).refusal())
                .as("files")
                .isEmpty();
    }

    /** What somebody sees who has the files in hand is tried twice: what comes of it there, and what a sign-in comes to. */
    private void judge(Case row, SignInTrial signIn, FilesTrial files, SentTrial sent) {
        judge(row, () -> {
            Finding signedIn = signIn.of(row.make(), SignInTrial.askedFor(row));
            if (!row.seen().isInHand()) {
                return signedIn;
            }
            Expected withReader = row.seen().signIn().orElseThrow();
            assertThat(signedIn).matches(found -> found.isOf(withReader), withReader + ", at a sign-in");
            Finding officer = files.of(row.id(), row.make(), row.trust());
            if (row.seen().by().equals("verify")) {
                return officer;
            }
            assertThat(officer).matches(found -> found.isOf(row.expected()), row.expected() + ", seen by an officer");
            return sent.of(row);
        });
    }

    /** What is trusted counts for an officer with a folder and for a server that runs: both say the same. */
    private void judge(Case row, FilesTrial files, TrustTrial trust) {
        judge(row, () -> {
            Finding officer = files.of(row.id(), row.make(), row.trust());
            assertThat(officer).matches(found -> found.isOf(row.expected()), row.expected() + ", seen by an officer");
            return trust.of(row, folder);
        });
    }

    private void judge(Case row, Supplier<Finding> trial) {
        try {
            assertThat(trial.get()).matches(found -> found.isOf(row), row.expected() + ", seen by " + row.seen());
        } catch (AssertionError | RuntimeException deviation) {
            deviations.add(
                    "%n%s, %s by %s: %s".formatted(row.id(), row.expected(), row.seen(), deviation.getMessage()));
            throw deviation;
        }
    }
}
