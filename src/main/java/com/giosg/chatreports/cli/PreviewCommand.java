package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "preview",
        description = {
            "Asks and makes everything that run makes, and writes it to a folder instead of delivering it.",
            "A page in that folder shows all of it.",
            "Nothing but the questions to the API leaves this machine."
        })
final class PreviewCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private OrderOptions asked;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where it goes, to a folder for each report and organization. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("out", "preview");

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private JsonOption json;

    PreviewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        CatalogueAtHome catalogue = new CatalogueAtHome(surroundings);
        Configuration configuration =
                options.read(surroundings, catalogue.read()).configuration();
        List<Order> orders = asked.orders(surroundings, configuration);
        Path data = out.resolve("data");
        List<RunResult> results = ReportRunner.forPreview(
                        surroundings, surroundings.installation(catalogue.templates(), data, configuration))
                .run(orders);
        PreviewWriter writer =
                new PreviewWriter(out, data, configuration, catalogue.templates(), PreviewFolder.Taking.MOVED);
        List<Preview> previews = new ArrayList<>();
        for (RunResult result : results) {
            previews.add(writer.write(result));
        }
        print(previews, writer.index(previews));
        return results.stream().mapToInt(RunResult::exitCode).max().orElse(ExitCode.DONE);
    }

    private void print(List<Preview> previews, Optional<Path> index) {
        if (json.wanted()) {
            surroundings
                    .out()
                    .println(Json.text(
                            previews.stream().map(PreviewCommand::facts).toList()));
            return;
        }
        Table table = new Table("REPORT", "ORGANIZATION", "WINDOW", "WHAT", "WRITTEN");
        index.ifPresent(page -> table.add("-", "-", "-", "page", page));
        previews.forEach(preview -> preview.written()
                .forEach(written -> table.add(
                        preview.result().run().report(),
                        preview.result().run().organization(),
                        preview.result().run().window().label(),
                        written.what(),
                        written.where())));
        table.print(surroundings);
        List<RunResult> results = previews.stream().map(Preview::result).toList();
        FailureLines.ofPreviews(results).forEach(surroundings.err()::println);
        ResultPrinter.printNotes(results, surroundings);
    }

    private static Map<String, Object> facts(Preview preview) {
        Map<String, Object> facts = new LinkedHashMap<>(ResultPrinter.facts(preview.result()));
        // Where nothing is delivered, there are no deliveries to speak of.
        facts.remove("deliveries");
        facts.put("page", preview.page().toString());
        facts.put(
                "written",
                preview.written().stream()
                        .map(written -> Map.of("what", written.what(), "where", written.where()))
                        .toList());
        return facts;
    }
}
