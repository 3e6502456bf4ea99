package com.giosg.chatreports.cli;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.net.BindException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulator",
        description = {
            "Serves a stand-in for Giosg's APIs on this machine until it is stopped.",
            "The same seed always has the same chats."
        })
final class SimulatorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: ${DEFAULT-VALUE}; 0 takes any free one.")
    private int port = 8080;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description =
                    "What goes wrong, e.g. status=503,retry-after=2,times=3,path=chat_sessions; may be given again.")
    private List<String> faults = List.of();

    @Option(
            names = "--assume",
            paramLabel = "NAME=VALUE",
            description =
                    "What is assumed about the real API where nobody knows; may be given again. --assumptions lists them.")
    private List<String> assumptions = List.of();

    @Option(names = "--assumptions", description = "Lists what can be assumed, the default first, and ends.")
    private boolean listAssumptions;

    @Option(
            names = "--inbox-token",
            paramLabel = "TOKEN",
            description =
                    "The bearer token that opens /inbox/<name>, which keeps what is posted there. Default: ${DEFAULT-VALUE}")
    private String inboxToken = SimulatorSettings.INBOX_TOKEN;

    @Mixin
    private JsonOption json;

    SimulatorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (listAssumptions) {
            list();
            return ExitCode.DONE;
        }
        try (Simulator simulator = start()) {
            introduce(simulator);
            waitUntilStopped();
        }
        return ExitCode.DONE;
    }

    private Simulator start() throws IOException {
        try {
            return Simulator.start(SimulatorSettings.defaults()
                    .withPort(port)
                    .withSeed(seed)
                    .withAssumptions(Assumptions.parse(assumptions))
                    .withInboxToken(inboxToken)
                    .withFaults(faults.stream().map(Fault::parse).toList()));
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage());
        } catch (BindException e) {
            throw Complaint.usage("the port %d cannot be had (%s); --port 0 takes any free one"
                    .formatted(port, e.getMessage().toLowerCase(Locale.ROOT)));
        }
    }

    private static void waitUntilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void introduce(Simulator simulator) {
        if (json.wanted()) {
            surroundings.out().println(Json.text(facts(simulator, inboxToken)));
        } else {
            surroundings.out().println("The simulator listens on " + simulator.url());
            surroundings
                    .out()
                    .println("What is posted to " + inbox(simulator) + " is kept; the token is " + inboxToken);
            Table table = new Table("ORGANIZATION", "ID", "TOKEN", "TIME ZONE");
            for (Organization organization : Organizations.all()) {
                table.add(organization.name(), organization.id(), organization.token(), organization.zone());
            }
            table.print(surroundings);
        }
        surroundings.out().flush();
    }

    private static String inbox(Simulator simulator) {
        return simulator.url() + "/inbox/<name>";
    }

    private static Map<String, Object> facts(Simulator simulator, String inboxToken) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("url", simulator.url().toString());
        facts.put("inbox", Map.of("url", inbox(simulator), "token", inboxToken));
        facts.put(
                "organizations",
                Organizations.all().stream().map(SimulatorCommand::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(Organization organization) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", organization.name());
        facts.put("id", organization.id());
        facts.put("token", organization.token());
        facts.put("time-zone", organization.zone().getId());
        return facts;
    }

    private void list() {
        if (json.wanted()) {
            surroundings
                    .out()
                    .println(Json.text(Arrays.stream(Assumption.values())
                            .map(SimulatorCommand::facts)
                            .toList()));
            return;
        }
        Table table = new Table("NAME", "VALUES", "WHAT NOBODY KNOWS");
        for (Assumption assumption : Assumption.values()) {
            table.add(assumption.id(), String.join(", ", assumption.possibleValues()), assumption.description());
        }
        table.print(surroundings);
    }

    private static Map<String, Object> facts(Assumption assumption) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", assumption.id());
        facts.put("values", assumption.possibleValues());
        facts.put("description", assumption.description());
        return facts;
    }
}
