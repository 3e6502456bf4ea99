package com.giosg.chatreports.cli;

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
        description = "Lists every window with its bounds right now, or the bounds of those that are named.",
        mixinStandardHelpOptions = true)
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
    private JsonOption json;

    WindowsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant now = surroundings.clock().instant();
        Map<String, Window> windows = new LinkedHashMap<>();
        for (String name : names.isEmpty() ? Windows.names() : names) {
            windows.put(name, window(name, now));
        }
        if (json.wanted()) {
            surroundings
                    .out()
                    .println(Json.text(windows.entrySet().stream()
                            .map(entry -> facts(entry.getKey(), entry.getValue()))
                            .toList()));
        } else {
            Table table = new Table("WINDOW", "START", "END (EXCLUSIVE)", "IN FILE NAMES");
            windows.forEach((name, window) -> table.add(
                    name, window.start().toOffsetDateTime(), window.end().toOffsetDateTime(), window.label()));
            table.print(surroundings);
        }
        return ExitCode.DONE;
    }

    private Window window(String name, Instant now) {
        try {
            return Windows.parse(name).resolve(now, zone);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage());
        }
    }

    private static Map<String, Object> facts(String name, Window window) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("window", name);
        facts.put("start", window.start().toOffsetDateTime().toString());
        facts.put("end", window.end().toOffsetDateTime().toString());
        facts.put("time-zone", window.zone().getId());
        facts.put("label", window.label());
        return facts;
    }
}
