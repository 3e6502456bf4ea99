package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.route.RouteFile.Entry;
import com.giosg.chatreports.route.RouteFile.Steps;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every route, also for those that are written one day. */
class RouteRulesTest {

    private static final int MOST_STEPS = 10;

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    /** Everything that a route may compute with. Ours, or the operator's: nothing that the API or a peer says. */
    private static final Set<String> EXPRESSIONS = Set.of(
            "body",
            "variable.request.organization.token.value",
            // The directory's lists; where their next page is was checked to be below the directory's own address.
            "variable.search.listings",
            "variable.listing.isOpen",
            "variable.listing.page.path",
            "variable.listing.page.query",
            "variable.run.organization.token.value",
            "variable.failure.again",
            "variable.tried.again",
            "null",
            "variable.request",
            "variable.probe.question",
            "variable.probe.settings",
            "variable.fileName",
            "variable.key",
            "variable.mediaType",
            "variable.run.id",
            "variable.run.report.name",
            "variable.run.organization.key",
            "variable.run.window",
            // Written by Camel after the headers were removed.
            "header.CamelFileNameProduced",
            "file:onlyname.noext",
            "file:ext",
            "date:now:yyyyMMdd'T'HHmmssSSS");

    /** The only endpoints that are built while a message travels, all from names that were checked at the start. */
    private static final Set<String> DYNAMIC_ENDPOINTS = Set.of(
            "freemarker:${variable.request.metric.template}?configuration=#templates",
            "freemarker:${variable.template}?configuration=#templates",
            "seda:lane-${variable.sink}",
            "direct:check-${variable.probe.subject}",
            "direct:probe-${variable.probe.name}",
            "direct:sink-${variable.sink}",
            // The operator's own, with nothing in it but what the configuration says.
            "{{uri}}");

    /** What becomes part of an endpoint by way of a variable, and where alone that comes from: the catalogue, the configuration. */
    private static final Map<String, Set<String>> NAMES_IN_ENDPOINTS =
            Map.of("template", Set.of("asking.template"), "sink", Set.of("deliveries.sink", "deliveries.lane"));

    /** Beans of a Kamelet's own that set the headers of its call. */
    private static final Set<String> HEADER_SETTERS = Set.of("{{bean.receiver}}");

    private static final Set<String> OTHER_DYNAMIC_STEPS =
            Set.of("recipientList", "routingSlip", "dynamicRouter", "enrich", "pollEnrich", "wireTap", "script");

    private static final Set<String> OTHER_LANGUAGES = Set.of(
            "groovy",
            "mvel",
            "ognl",
            "spel",
            "java",
            "joor",
            "js",
            "python",
            "jq",
            "jsonpath",
            "xpath",
            "xquery",
            "header",
            "exchangeProperty",
            "language",
            "tokenize",
            "wasm",
            "datasonnet");

    /** Leads to another step of ours, not to another system. */
    private static final Pattern INTERNAL = Pattern.compile("(direct|kamelet|seda|bean|freemarker):.*");

    @TestFactory
    Stream<DynamicTest> aRouteSaysWhatItIsForInAFewSteps() {
        return routes().map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
            assertThat(route.description()).hasSizeGreaterThan(20).isNotEqualTo("null");
            assertThat(route.flat()).hasSizeBetween(1, MOST_STEPS);
            assertThat(route.id()).matches("[a-z]+(-[a-z]+)*");
            if (route.endpoint().startsWith("direct:")) {
                assertThat(route.endpoint()).isEqualTo("direct:" + route.id());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aFileIsCalledAfterItsFirstRoute() {
        return RouteFile.all().stream()
                .filter(file -> !file.routes().isEmpty())
                .map(file -> DynamicTest.dynamicTest(file.path().toString(), () -> assertThat(
                                file.path().getFileName().toString())
                        .isEqualTo(file.routes().get(0).id().replaceAll("-.*", "") + ".camel.yaml")));
    }

    @Test
    void templatesRulesAndKameletsSayWhatTheyAreFor() {
        assertThat(all(List.of("routeTemplate", "routeConfiguration", "definition")))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.description()).hasSizeGreaterThan(20));
    }

    /** Camel renames the beans of a Kamelet for each of its routes, and whatever else is called the same: its sink, a setting. */
    @Test
    void aBeanOfAKameletIsCalledWhatNoSinkAndNoSettingIs() {
        assertThat(RouteFile.kamelets().stream().flatMap(RouteFile::beans))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("bean."));
    }

    @Test
    void onlyCheckedNamesBecomePartOfAnEndpoint() {
        assertThat(entries().filter(entry -> entry.key().equals("toD")))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(uri(step)).isIn(DYNAMIC_ENDPOINTS));
        assertThat(entries().map(Entry::key)).doesNotContainAnyElementsOf(OTHER_DYNAMIC_STEPS);
        assertThat(entries().filter(entry -> Set.of("to", "from").contains(entry.key())))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(uri(step)).doesNotContain("${"));
    }

    @Test
    void aVariableInAnEndpointIsSetByTheBeanThatKnowsItsNames() {
        List<Entry> set = entries()
                .filter(entry -> Set.of("setVariable", "setVariables").contains(entry.key()))
                .flatMap(RouteRulesTest::settings)
                .filter(setting -> NAMES_IN_ENDPOINTS.containsKey(String.valueOf(setting.at("name"))))
                .toList();

        assertThat(set).extracting(setting -> setting.at("name")).hasSameElementsAs(NAMES_IN_ENDPOINTS.keySet());
        assertThat(set).allSatisfy(setting -> assertThat(method(setting))
                .isIn(NAMES_IN_ENDPOINTS.get(String.valueOf(setting.at("name")))));
    }

    private static Stream<Entry> settings(Entry step) {
        return step.at("variables") instanceof List<?> variables
                ? variables.stream().map(variable -> new Entry("setVariable", variable))
                : Stream.of(step);
    }

    private static String method(Entry setting) {
        Entry expression = new Entry("expression", setting.at("expression"));
        Entry method = new Entry("method", expression.at("method"));
        return method.at("ref") + "." + method.at("method");
    }

    @Test
    void onlyKnownExpressionsAreEvaluated() {
        Set<String> allowed = new HashSet<>(EXPRESSIONS);
        DYNAMIC_ENDPOINTS.stream().flatMap(RouteRulesTest::expressions).forEach(allowed::add);

        assertThat(entries()
                        .filter(entry -> entry.value() instanceof String)
                        .flatMap(entry -> expressions(entry.text())))
                .isNotEmpty()
                .isSubsetOf(allowed);
        assertThat(entries().map(Entry::key)).doesNotContainAnyElementsOf(OTHER_LANGUAGES);
    }

    @TestFactory
    Stream<DynamicTest> headersAreRemovedBeforeAndAfterEveryOutboundCall() {
        return Stream.concat(routes(), kamelets())
                .filter(route -> route.flat().stream().anyMatch(RouteRulesTest::isOutbound))
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> checkHeaders(route.flat())));
    }

    /** Between the removal and the call nothing may be set but headers, and nothing ours may follow but a look at the answer. */
    private static void checkHeaders(List<Entry> steps) {
        boolean removed = false;
        for (Entry step : steps) {
            if (isOutbound(step)) {
                assertThat(removed)
                        .as("headers are removed before " + uri(step))
                        .isTrue();
            }
            boolean keeps = Set.of("setHeader", "setHeaders", "choice", "when", "otherwise", "doTry")
                            .contains(step.key())
                    || (step.key().equals("bean") && HEADER_SETTERS.contains(String.valueOf(step.at("ref"))));
            removed = removesAll(step) || (removed && (keeps || isOutbound(step)));
        }
        assertThat(steps.get(steps.size() - 1)).as("the last step").matches(RouteRulesTest::removesAll);
    }

    @Test
    void kameletsConsumersAndRulesForErrorsBeginWithRemovingHeaders() {
        Stream<Steps> consumer = routes().filter(route -> route.endpoint().equals("{{runs.endpoint}}"));
        assertThat(Stream.of(consumer, kamelets(), all(List.of("routeConfiguration")).stream())
                        .flatMap(each -> each))
                .hasSizeGreaterThan(3)
                .allSatisfy(steps -> assertThat(steps.flat().get(0)).matches(RouteRulesTest::removesAll));
    }

    @Test
    void aTryWaitsForItsTokenBeforeItAsks() {
        assertThat(routes().filter(route -> route.id().equals("try-request")))
                .singleElement()
                .satisfies(route -> assertThat(route.flat())
                        .extracting(Entry::key)
                        .startsWith("bean", "delay", "bean", "bean", "setVariable", "toD"));
    }

    private static Stream<Steps> routes() {
        return RouteFile.all().stream().flatMap(file -> file.routes().stream());
    }

    private static Stream<Steps> kamelets() {
        return RouteFile.kamelets().stream().flatMap(file -> file.named(List.of("template")).stream());
    }

    private static List<Steps> all(List<String> names) {
        return RouteFile.all().stream()
                .flatMap(file -> file.named(names).stream())
                .toList();
    }

    private static Stream<Entry> entries() {
        return RouteFile.all().stream().flatMap(file -> file.entries().stream());
    }

    private static Stream<String> expressions(String text) {
        return EXPRESSION.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String uri(Entry step) {
        return step.value() instanceof Map<?, ?> map ? String.valueOf(map.get("uri")) : step.text();
    }

    private static boolean isOutbound(Entry step) {
        return Set.of("to", "toD").contains(step.key())
                && !INTERNAL.matcher(uri(step)).matches();
    }

    private static boolean removesAll(Entry step) {
        return step.key().equals("removeHeaders") && "*".equals(step.at("pattern"));
    }
}
