package fr.tessere.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("STYLE.md: what our code does not do")
class CodeTest {
    private static final JavaClasses MAIN = Repository.mainClasses();
    private static final JavaClasses ALL = Repository.allClasses();

    /** Calls that bring the world in: time, chance, surroundings. Type name to method names. */
    private static final Map<String, Set<String>> WORLD = Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.util.Random", Set.of("<init>"),
            "java.lang.Math", Set.of("random"),
            "java.lang.System", Set.of("getenv", "currentTimeMillis"));

    @Test
    void timeChanceAndSurroundingsComeInThroughTheConstructor() {
        noClasses()
                .that(describe("are no composition root", clazz -> !isCompositionRoot(clazz)))
                .should()
                .accessTargetWhere(bringsTheWorldIn())
                .check(MAIN);
    }

    @ParameterizedTest(name = "*{0}")
    @ValueSource(strings = {"Util", "Utils", "Helper", "Helpers", "Manager", "Impl"})
    void noClassIsNamedAfterNothing(String ending) {
        noClasses()
                .that()
                .resideInAPackage("fr.tessere..")
                .should()
                .haveSimpleNameEndingWith(ending)
                .check(ALL);
    }

    @Test
    void nobodyPrintsToTheConsoleButCommands() {
        noClasses()
                .that(describe("are no composition root", clazz -> !isCompositionRoot(clazz)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MAIN);
    }

    @Test
    void everyPackageHasItsRoomSign() {
        Set<String> without = new TreeSet<>();
        for (JavaClass clazz : ALL) {
            JavaPackage room = clazz.getPackage();
            // what JMH generates beside a benchmark is nobody's room
            boolean ours =
                    room.getName().startsWith("fr.tessere") && !room.getName().endsWith(".jmh_generated");
            if (ours && !isMarked(room)) {
                without.add(room.getName());
            }
        }

        assertThat(without).as("packages without @NullMarked package-info").isEmpty();
    }

    @Test
    void noModuleHasMoreThanEightRooms() {
        for (String module : Set.of(
                "protocol",
                "specimen",
                "reader",
                "verification",
                "claims",
                "audit",
                "journal",
                "operations",
                "keycloak",
                "counter",
                "citizen",
                "release",
                "tools",
                "sandbox",
                "demo")) {
            Set<String> rooms = new TreeSet<>();
            MAIN.stream()
                    .map(JavaClass::getPackageName)
                    .filter(name -> (name + ".").startsWith("fr.tessere." + module + "."))
                    .forEach(rooms::add);

            assertThat(rooms).as(module).hasSizeLessThanOrEqualTo(8);
        }
    }

    private static boolean isMarked(JavaPackage room) {
        return room.tryGetPackageInfo().isPresent() && room.isAnnotatedWith("org.jspecify.annotations.NullMarked");
    }

    /** Where a program begins: command lines, Keycloak's factories, Spring's application and configuration. */
    private static boolean isCompositionRoot(JavaClass clazz) {
        String name = clazz.getName();
        String simple = outermost(clazz).getSimpleName();
        return name.startsWith("fr.tessere.reader.cli.")
                || name.startsWith("fr.tessere.demo.settings.")
                || simple.endsWith("Factory")
                || simple.endsWith("Command")
                || simple.endsWith("Application");
    }

    private static JavaClass outermost(JavaClass clazz) {
        return clazz.getEnclosingClass().map(CodeTest::outermost).orElse(clazz);
    }

    private static DescribedPredicate<JavaAccess<?>> bringsTheWorldIn() {
        return describe(
                "reads time, chance or surroundings",
                access -> WORLD.getOrDefault(access.getTargetOwner().getName(), Set.of())
                        .contains(access.getTarget().getName()));
    }
}
