package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.IdOrName;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Secret;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.Interval;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestBodies;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.WindowRule;
import com.giosg.chatreports.time.Windows;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "request",
        description = "Prints what would be sent for one metric: address, headers, body and a curl line. Asks nothing.")
final class RequestCommand implements Callable<Integer> {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{(env|file):([^}]+)}}");

    private final Surroundings surroundings;

    @Parameters(paramLabel = "METRIC", description = "e.g. real-chats; the command metrics lists them.")
    private String metricId;

    @Option(names = "--scope", paramLabel = "SCOPE", description = "org, team or user. Default: the metric's first.")
    private Scope scope;

    @Option(names = "--window", paramLabel = "WINDOW", description = "e.g. last-week. Default: yesterday")
    private WindowRule window = Windows.parse("yesterday");

    @Option(names = "--granularity", paramLabel = "SIZE", description = "Size of the buckets. Default: day")
    private Granularity granularity = Granularity.DAY;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Default: the organization's, else this machine's.")
    private ZoneId zone;

    @Option(
            names = "--room",
            paramLabel = "ID",
            description = "Only chats of this room, by its id; may be given again.")
    private List<String> rooms = List.of();

    @Option(names = "--organization", paramLabel = "KEY", description = "Default: the first of the configuration.")
    private String organizationKey;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private JsonOption json;

    RequestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        CatalogueAtHome catalogue = new CatalogueAtHome(surroundings);
        Metric metric = catalogue.metric(metricId);
        Configuration configuration =
                options.read(surroundings, catalogue.read()).configuration();
        Request request = request(metric, organization(configuration));
        print(
                SentRequest.of(request, configuration.api(), new RequestBodies(catalogue.templates())),
                request.organization().token());
        return ExitCode.DONE;
    }

    private Organization organization(Configuration configuration) {
        Map<String, Organization> known = configuration.organizations();
        return organizationKey == null
                ? known.values().iterator().next()
                : Choices.named("organization", organizationKey, known);
    }

    private Request request(Metric metric, Organization organization) {
        Scope asked = scope == null ? metric.scopes().iterator().next() : scope;
        if (!metric.scopes().contains(asked)) {
            throw Complaint.usage("%s can be asked by %s, not by %s"
                    .formatted(
                            metric.id(),
                            metric.scopes().stream().map(Scope::id).collect(Collectors.joining(" or ")),
                            asked.id()));
        }
        if (!rooms.isEmpty() && !metric.api().rooms()) {
            throw Complaint.usage(metric.id() + " cannot be narrowed to rooms");
        }
        rooms.stream().filter(room -> !IdOrName.isId(room)).findFirst().ifPresent(room -> {
            throw Complaint.usage("--room takes the id of a room, since this command asks nobody for names; not \"%s\""
                    .formatted(room));
        });
        Window covered = window(organization);
        return new Request(
                metric.id() + "-" + asked.id(),
                organization,
                metric,
                asked,
                covered,
                granularity,
                new Interval(covered.start(), covered.end()),
                rooms,
                true);
    }

    private Window window(Organization organization) {
        ZoneId where = zone == null ? organization.zone().orElseGet(ZoneId::systemDefault) : zone;
        return Choices.resolve(window, surroundings.clock().instant(), where);
    }

    private void print(SentRequest sent, Secret token) {
        String curl = curl(sent, token);
        if (json.wanted()) {
            Map<String, Object> facts = sent.facts();
            facts.put("curl", curl);
            surroundings.out().println(Json.text(facts));
            return;
        }
        surroundings.out().println("POST " + sent.url());
        sent.headers().forEach((name, value) -> surroundings.out().println(name + ": " + value));
        surroundings.out().println();
        surroundings.out().println(Json.text(sent.body()));
        surroundings.out().println();
        surroundings.out().println(curl);
    }

    private static String curl(SentRequest sent, Secret token) {
        String others = sent.headers().entrySet().stream()
                .filter(header -> !header.getKey().equals("Authorization"))
                .map(header -> " -H " + quoted(header.getKey() + ": " + header.getValue()))
                .collect(Collectors.joining());
        return "curl -sS -H \"Authorization: Token " + expansion(token) + '"' + others + " --data "
                + quoted(sent.body().toString()) + " " + quoted(sent.url());
    }

    /** The shell puts the token in, from the variable or the file that the configuration names. */
    private static String expansion(Secret token) {
        Matcher reference = REFERENCE.matcher(token.reference());
        if (!reference.matches()) {
            return "$GIOSG_TOKEN";
        }
        return reference.group(1).equals("file")
                ? "$(cat " + quoted(reference.group(2)) + ")"
                : "$" + reference.group(2);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
