package com.giosg.chatreports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Data moves one way: each room knows only the rooms before it. */
class ArchitectureTest {

    private static final String ROOT = "com.giosg.chatreports.";

    /** In the order in which data moves. */
    private static final List<String> ROOMS =
            List.of("time", "metrics", "config", "request", "names", "row", "ledger", "format", "route", "cli");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.giosg.chatreports");

    @TestFactory
    Stream<DynamicTest> everyRoomKnowsOnlyTheRoomsBeforeIt() {
        return IntStream.range(0, ROOMS.size() - 1)
                .mapToObj(index -> DynamicTest.dynamicTest(ROOMS.get(index), () -> {
                    String[] later = ROOMS.subList(index + 1, ROOMS.size()).stream()
                            .map(ArchitectureTest::packageOf)
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(packageOf(ROOMS.get(index)))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(later)
                            .check(classes);
                }));
    }

    @Test
    void onlyRoutesAndCommandsKnowCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packageOf("route"), packageOf("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(classes);
    }

    /** Where nothing is drawn nobody waits for the libraries that draw. */
    @Test
    void onlyPicturesAreDrawnWithAwt() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        ROOT.replace(".", "\\.") + "(format\\.chart\\.(LinePicture|Ink)|config\\.LogoReader)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..")
                .check(classes);
    }

    @Test
    void theSimulatorStandsApart() {
        noClasses()
                .that()
                .resideInAPackage(packageOf("simulator"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOMS.stream().map(ArchitectureTest::packageOf).toArray(String[]::new))
                .check(classes);
    }

    @Test
    void onlyCommandsKnowTheSimulator() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packageOf("simulator"), packageOf("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packageOf("simulator"))
                .check(classes);
    }

    @Test
    void noRoomsDependOnEachOther() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothingIsPrintedPastTheOutputsGiven() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "cli.ChatReports")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(classes);
    }

    private static String packageOf(String room) {
        return ROOT + room + "..";
    }
}
