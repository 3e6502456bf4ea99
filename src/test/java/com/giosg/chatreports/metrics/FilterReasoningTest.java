package com.giosg.chatreports.metrics;

import static com.giosg.chatreports.metrics.FilterReasoning.Answer.NO;
import static com.giosg.chatreports.metrics.FilterReasoning.Answer.UNDECIDED;
import static com.giosg.chatreports.metrics.FilterReasoning.Answer.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.metrics.FilterReasoning.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterReasoningTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Giosg answers an empty group with status 400, so nothing is concluded from it. */
    private static final String EMPTY_GROUP = "{'type':'or','fields':[]}";

    static Stream<Arguments> filters() {
        return Stream.of(
                arguments(YES, "{}"),
                arguments(YES, EMPTY_GROUP),
                arguments(YES, and(number("a_count", "'lower':2"), number("a_count", "'upper':2"))),
                arguments(NO, and(number("a_count", "'lower':2"), number("a_count", "'upper':2,'upperStrict':true"))),
                arguments(NO, and(number("a_count", "'lower':'2'"), number("a_count", "'upper':1"))),
                // There is no whole number between 1 and 2, but there is an amount.
                arguments(NO, number("a_count", "'lower':1,'lowerStrict':true,'upper':2,'upperStrict':true")),
                arguments(YES, number("sales", "'lower':1,'lowerStrict':true,'upper':2,'upperStrict':true")),
                arguments(NO, number("a_count", "'upper':0,'upperStrict':true")),
                arguments(YES, number("sales", "'upper':0,'upperStrict':true")),
                arguments(NO, and(is("a_count", "3"), number("a_count", "'upper':2"))),
                arguments(YES, and(is("a_count", "2"), number("a_count", "'upper':2.0"))),
                // As numbers 10 is above 9; as text it is below.
                arguments(NO, number("sales", "'lower':10,'upper':9")),
                arguments(YES, text("sales", "'lower':'10','upper':'9'")),
                arguments(NO, text("name", "'lower':'b','upper':'a'")),
                arguments(NO, and(text("name", "'lower':'b'"), is("name", "a"))),
                arguments(NO, text("name", "'lower':'a','lowerStrict':true,'upper':'a'")),
                arguments(NO, and(is("scope", "org"), is("scope", "team"))),
                arguments(YES, or(is("scope", "org"), is("scope", "team"))),
                // A chat can have been in two rooms.
                arguments(YES, and(is("room_ids", "one"), is("room_ids", "two"))),
                arguments(YES, and(text("room_ids", "'lower':'b'"), text("room_ids", "'upper':'a'"))),
                // What is unknown may match; what is known besides may still contradict itself.
                arguments(YES, and("{'type':'regex','dimension':'scope','value':'x'}", is("scope", "org"))),
                arguments(NO, and("{'type':'not','field':{}}", is("scope", "org"), is("scope", "team"))),
                arguments(YES, number("a_count", "'lower':'two'")),
                arguments(YES, number("a_count", "'lower':1e999999999")),
                arguments(YES, "{'type':'bound','dimension':'a_count','lower':2,'upper':1,'ordering':'strlen'}"),
                arguments(YES, "{'type':'selector','value':'x'}"),
                arguments(UNDECIDED, and(number("sales", "'lower':5"), text("sales", "'upper':'3'"))),
                arguments(UNDECIDED, manyDimensions(14)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("filters")
    void tellsWhetherAnythingCanPass(Answer expected, String filter) throws Exception {
        assertThat(FilterReasoning.canMatch(read(filter))).isEqualTo(expected);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments(YES, and(is("a", "1"), is("b", "2")), and(is("b", "2"), is("a", "1"))),
                arguments(YES, number("a_count", "'lower':1"), number("a_count", "'lower':0,'lowerStrict':true")),
                arguments(NO, number("sales", "'lower':1"), number("sales", "'lower':0,'lowerStrict':true")),
                arguments(YES, number("a_count", "'lower':0"), "{}"),
                arguments(NO, is("scope", "org"), "{}"),
                arguments(NO, is("room_ids", "one"), is("room_ids", "two")),
                arguments(
                        YES,
                        or(is("room_ids", "1"), is("room_ids", "2")),
                        or(is("room_ids", "2"), is("room_ids", "1"))),
                arguments(YES, "{'type':'like'}", and("{'type':'like'}", "{'type':'like'}")),
                arguments(UNDECIDED, "{'type':'like'}", "{'type':'regex'}"),
                arguments(UNDECIDED, manyDimensions(14), "{}"));
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @MethodSource("pairs")
    void tellsWhetherTwoFiltersLetTheSameThrough(Answer expected, String left, String right) throws Exception {
        assertThat(FilterReasoning.areEquivalent(read(left), read(right))).isEqualTo(expected);
    }

    @Test
    void namesTheFewestConditionsThatContradictEachOther() throws Exception {
        Filter filter = read(and(
                is("scope", "org"),
                number("user_message_count", "'lower':2"),
                and(
                        number("visitor_message_count", "'lower':1"),
                        number("user_message_count", "'upper':2,'upperStrict':true"))));

        assertThat(FilterReasoning.contradiction(filter))
                .extracting(Filter::words)
                .containsExactly("user_message_count at least 2", "user_message_count less than 2");
        assertThat(FilterReasoning.contradiction(read(is("scope", "org")))).isEmpty();
    }

    @Test
    void agreesWithTryingEveryNumber() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Filter left = randomFilter(random, 3);
            Filter right = randomFilter(random, 3);
            String description = "seed %d: %s and %s".formatted(seed, left.words(), right.words());

            assertThat(FilterReasoning.canMatch(left)).as(description).isEqualTo(some(left::matches) ? YES : NO);
            assertThat(FilterReasoning.areEquivalent(left, right))
                    .as(description)
                    .isEqualTo(some(values -> left.matches(values) != right.matches(values)) ? NO : YES);
        }
    }

    /** All constants of {@link #randomFilter} lie below 6. */
    private static boolean some(Predicate<Map<String, String>> test) {
        return IntStream.range(0, 8 * 8)
                .mapToObj(both -> Map.of("a_count", Integer.toString(both / 8), "b_count", Integer.toString(both % 8)))
                .anyMatch(test);
    }

    private static Filter randomFilter(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            List<Filter> parts = IntStream.rangeClosed(0, 1 + random.nextInt(2))
                    .mapToObj(part -> randomFilter(random, depth - 1))
                    .toList();
            return random.nextBoolean() ? new Filter.All(parts) : new Filter.Any(parts);
        }
        String dimension = random.nextBoolean() ? "a_count" : "b_count";
        if (random.nextInt(4) == 0) {
            return new Filter.Selector(dimension, Integer.toString(random.nextInt(6)));
        }
        Optional<Filter.Limit> limit =
                Optional.of(new Filter.Limit(random.nextInt(12) / 2.0 + "", random.nextBoolean()));
        return random.nextBoolean()
                ? new Filter.Bound(dimension, limit, Optional.empty(), true)
                : new Filter.Bound(dimension, Optional.empty(), limit, true);
    }

    private static Filter read(String json) throws JsonProcessingException {
        return FilterReader.read(JSON.readTree(json.replace('\'', '"')));
    }

    private static String manyDimensions(int count) {
        return and(IntStream.range(0, count)
                .mapToObj(index -> is("dimension" + index, "x"))
                .toArray(String[]::new));
    }

    private static String and(String... filters) {
        return group("and", filters);
    }

    private static String or(String... filters) {
        return group("or", filters);
    }

    private static String group(String type, String... filters) {
        return Stream.of(filters).collect(Collectors.joining(",", "{'type':'" + type + "','fields':[", "]}"));
    }

    private static String is(String dimension, String value) {
        return "{'type':'selector','dimension':'%s','value':'%s'}".formatted(dimension, value);
    }

    private static String number(String dimension, String limits) {
        return "{'type':'bound','dimension':'%s',%s,'ordering':'numeric'}".formatted(dimension, limits);
    }

    /** Without an ordering the API compares text. */
    private static String text(String dimension, String limits) {
        return "{'type':'bound','dimension':'%s',%s}".formatted(dimension, limits);
    }
}
