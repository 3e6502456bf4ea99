package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.TemplateProblem;
import com.giosg.chatreports.metrics.Templates;
import freemarker.template.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator is told about a template of their own.
 *
 * <p>A case is a folder with templates, laid over the shipped {@code api/}, and the expected {@code problems.txt}.
 */
class WrongTemplatesTest {

    private static final Path CASES = Path.of("src/test/resources/wrong-templates");

    @TempDir
    Path temporary;

    @TestFactory
    List<DynamicTest> tellsWhatIsWrongAndWhere() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().map(this::test).toList();
        }
    }

    private DynamicTest test(Path folder) {
        return dynamicTest(folder.getFileName().toString(), () -> {
            Path templates = temporary.resolve(folder.getFileName());
            copy(ShippedTemplates.FOLDER.resolve("api"), templates.resolve("api"));
            copy(folder, templates);

            assertThat(problemsOf(templates)).isEqualTo(Files.readAllLines(folder.resolve("problems.txt")));
        });
    }

    private static List<String> problemsOf(Path folder) {
        Configuration configuration = Templates.configuration(folder);
        CatalogueReader.Reading reading = CatalogueReader.read(folder, configuration);
        List<TemplateProblem> ofBodies = new BodyChecks(new RequestBodies(configuration)).check(reading.catalogue());
        return Stream.concat(reading.problems().stream(), ofBodies.stream())
                .distinct()
                .map(problem -> problem.severity() + " " + problem)
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
