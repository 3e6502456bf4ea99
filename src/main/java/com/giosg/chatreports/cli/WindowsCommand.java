package com.giosg.chatreports.cli;

import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.Windows;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "windows",
        description = "Lists every window with its bounds right now, or the bounds of those that are named.")
final class WindowsCommand implements Callable<Integer> {

    /** As in rows. {@link ZonedDateTime#toString} leaves seconds out where they are 0. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "WINDOW", description = "e.g. last-week, 2020-W44, 2020-10-29..2020-10-30")
    private List<String> names = List.of();

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Whose midnights bound the days, e.g. Europe/Helsinki. Default: this machine's zone.")
    private ZoneId zone = ZoneId.systemDefault();

    @Mixin
    private JsonOption json;

    WindowsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant now = surroundings.clock().instant();
        // All that have a name, and an example of each form that is written as dates.
        List<String> wanted =
                names.isEmpty() ? List.copyOf(Windows.descriptions().keySet()) : names;
        List<Map<String, Object>> windows = Choices.windows(wanted).stream()
                .map(rule -> facts(rule.text(), Choices.resolve(rule, now, zone)))
                .toList();
        if (json.wanted()) {
            surroundings.out().println(Json.text(windows));
        } else {
            Table table = new Table("WINDOW", "START", "END (EXCLUSIVE)", "WHAT IT COVERS");
            windows.forEach(facts ->
                    table.add(facts.get("window"), facts.get("start"), facts.get("end"), facts.get("description")));
            table.print(surroundings);
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> facts(String name, Window window) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("window", name);
        facts.put("description", Windows.descriptions().getOrDefault(name, "fixed days"));
        facts.put("start", TIME.format(window.start()));
        facts.put("end", TIME.format(window.end()));
        facts.put("time-zone", window.zone().getId());
        facts.put("label", window.label());
        return facts;
    }
}
