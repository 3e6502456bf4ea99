package com.giosg.chatreports.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.names.Names;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code answers} is a case: {@code answer.json} to the question of {@code request.properties} becomes
 * {@code rows.csv}, the lines of a part file, or fails as {@code failure.txt} says.
 */
class AnswerCasesTest {

    private static final Path CASES = Path.of("src/test/resources/answers");

    @TempDir
    Path folder;

    static List<Path> cases() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachAnswerBecomesItsRowsOrItsFailure(Path folderOfCase) throws IOException {
        boolean fails = Files.exists(folderOfCase.resolve("failure.txt"));
        String expected = Files.readString(folderOfCase.resolve(fails ? "failure.txt" : "rows.csv"));
        assertThat(outcome(folderOfCase).replace("\r\n", "\n")).isEqualTo(expected);
    }

    private String outcome(Path folderOfCase) throws IOException {
        Requests words = words(folderOfCase.resolve("request.properties"));
        try (InputStream body = Files.newInputStream(folderOfCase.resolve("answer.json"))) {
            return Files.readString(part(body, words.request(), words).file()).substring(Part.HEADING.length());
        } catch (UncheckedRequestFailure e) {
            return failure(e.failure());
        } catch (RequestFailure e) {
            return failure(e);
        }
    }

    private Part part(InputStream body, Request request, Requests words) throws IOException, RequestFailure {
        RowMapper mapper = new RowMapper(request, Names.none(), words.asked());
        try (Answer answer = new AnswerReader().read(body, request, new AnswerLimits(10_000));
                PartFile part = new PartFile(folder.resolve("part.csv"))) {
            while (answer.hasNext()) {
                part.append(mapper.rows(answer.next()));
            }
            part.append(mapper.fill());
            return part.seal();
        }
    }

    private static String failure(RequestFailure failure) {
        return failure.kind().id() + ": " + failure.getMessage() + "\n";
    }

    private static Requests words(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return new Requests(words);
    }
}
