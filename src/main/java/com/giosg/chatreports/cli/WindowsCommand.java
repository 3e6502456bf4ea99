package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.time.Times;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.Windows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "windows",
        description = {
            "Lists every window with its bounds right now, and when the reports of the configuration fall due next.",
            "Or the bounds of the windows that are named."
        })
final class WindowsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "WINDOW", description = "e.g. last-week, 2020-W44, 2020-10-29..2020-10-30")
    private List<String> names = List.of();

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Whose midnights bound the days, e.g. Europe/Helsinki. Default: this machine's zone.")
    private ZoneId zone = ZoneId.systemDefault();

    @Mixin
    private ConfigurationOptions options;

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
        List<Starts> starts = names.isEmpty() && options.isThere() ? starts(now) : List.of();
        if (json.wanted()) {
            surroundings
                    .out()
                    .println(Json.text(Map.of(
                            "windows",
                            windows,
                            "starts",
                            starts.stream().map(Starts::facts).toList())));
        } else {
            print(windows);
            Starts.print(starts, surroundings);
        }
        return ExitCode.DONE;
    }

    /** Windows are also wanted by somebody who is still writing the configuration. */
    private List<Starts> starts(Instant now) {
        try {
            Catalogue catalogue = new CatalogueAtHome(surroundings).reading().catalogue();
            return Starts.of(
                    ConfigurationOptions.readOrThrow(surroundings, catalogue, options.file())
                            .configuration(),
                    now);
        } catch (ConfigurationProblems e) {
            surroundings
                    .err()
                    .println("%s has problems, so it cannot be said when its reports fall due. See: chat-reports check"
                            .formatted(options.file()));
            return List.of();
        }
    }

    private void print(List<Map<String, Object>> windows) {
        Table table = new Table("WINDOW", "START", "END (EXCLUSIVE)", "WHAT IT COVERS");
        windows.forEach(facts ->
                table.add(facts.get("window"), facts.get("start"), facts.get("end"), facts.get("description")));
        table.print(surroundings);
    }

    private static Map<String, Object> facts(String name, Window window) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("window", name);
        facts.put("description", Windows.descriptions().getOrDefault(name, "fixed days"));
        facts.put("start", Times.print(window.start()));
        facts.put("end", Times.print(window.end()));
        facts.put("time-zone", window.zone().getId());
        facts.put("label", window.label());
        return facts;
    }
}
