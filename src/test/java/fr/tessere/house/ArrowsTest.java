package fr.tessere.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("DESIGN.md: arrows, and no others")
class ArrowsTest {
    private static final JavaClasses MAIN = Repository.mainClasses();

    @ParameterizedTest(name = "{0} -> [{1}]")
    @CsvSource({
        "protocol, ''",
        "specimen, protocol",
        "reader, protocol",
        "verification, protocol",
        "audit, ''",
        "claims, protocol verification",
        "journal, protocol audit",
        "operations, protocol verification audit journal",
        "keycloak, protocol verification claims audit journal operations",
        "counter, keycloak protocol verification journal audit",
        "citizen, keycloak protocol verification journal release counter",
        "release, keycloak claims protocol verification",
        "tools, protocol verification audit",
        "sandbox, protocol reader specimen",
        "demo, ''",
    })
    void betweenModules(String module, String allowed) {
        String[] packages = packages("fr.tessere.", module + " " + allowed);

        classes()
                .that()
                .resideInAPackage("fr.tessere." + module + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages).or(resideOutsideOfPackage("fr.tessere..")))
                .check(MAIN);
    }

    @ParameterizedTest(name = "verification.{0} -> [{1}]")
    @CsvSource({
        "evidence, ''",
        "trust, evidence",
        "lds, evidence",
        "passive, trust lds evidence",
        "authenticity, passive trust lds evidence",
        "identity, passive trust lds evidence",
        "assurance, evidence",
    })
    void insideVerification(String room, String allowed) {
        String[] packages = packages("fr.tessere.verification.", room + " " + allowed);

        classes()
                .that()
                .resideInAPackage("fr.tessere.verification." + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(packages).or(resideOutsideOfPackage("fr.tessere.verification..")))
                .check(MAIN);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"fr.tessere.(*)..", "fr.tessere.(**)"})
    void noCycles(String slices) {
        slices().matching(slices).should().beFreeOfCycles().check(MAIN);
    }

    @Nested
    @DisplayName("what a room must not know")
    class Ignorance {

        @Test
        void verificationAndProtocolKnowNoServerAndDoNotLog() {
            noClasses()
                    .that()
                    .resideInAnyPackage("fr.tessere.verification..", "fr.tessere.protocol..", "fr.tessere.audit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.keycloak..",
                            "jakarta..",
                            "javax.smartcardio..",
                            "java.util.logging..",
                            "org.slf4j..",
                            "org.jboss.logging..",
                            "org.apache.logging..",
                            "org.apache.commons.logging..",
                            "com.fasterxml..")
                    .check(MAIN);
        }

        @Test
        void protocolIsJdkOnly() {
            classes()
                    .that()
                    .resideInAPackage("fr.tessere.protocol..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "fr.tessere.protocol..", "org.jspecify.annotations..")
                    .check(MAIN);
        }

        @Test
        void onlyOneRoomSpeaksPcsc() {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("fr.tessere.reader.pcsc..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javax.smartcardio..")
                    .check(MAIN);
        }

        @Test
        void whoInspectsAChipCanSendNothing() {
            noClasses()
                    .that()
                    .haveSimpleNameStartingWith("InspectCommand")
                    .or()
                    .resideInAnyPackage(
                            "fr.tessere.reader.script..",
                            "fr.tessere.reader.access..",
                            "fr.tessere.reader.card..",
                            "fr.tessere.reader.pcsc..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("fr.tessere.reader.server..", "java.net..")
                    .check(MAIN);
        }

        @Test
        void onlyTheReaderSpeaksAboutAccessKeys() {
            noClasses()
                    .that()
                    .resideInAnyPackage("fr.tessere.verification..", "fr.tessere.keycloak..", "fr.tessere.protocol..")
                    .should()
                    .haveSimpleNameContaining("AccessNumber")
                    .orShould()
                    .haveSimpleNameContaining("MrzKey")
                    .orShould()
                    .haveSimpleNameContaining("Password")
                    .check(MAIN);
        }

        @Test
        void theServerSideKeepsJmrtdOutOfKeycloakClasses() {
            noClasses()
                    .that()
                    .resideInAnyPackage("fr.tessere.keycloak..", "fr.tessere.citizen..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.jmrtd..", "net.sf.scuba..")
                    .check(MAIN);
        }
    }

    private static String[] packages(String prefix, String words) {
        return Arrays.stream(words.trim().split(" "))
                .map(word -> prefix + word + "..")
                .toArray(String[]::new);
    }
}
