package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.config.LedgerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "start", description = "Makes every report when it falls due, day and night, until it is stopped.")
final class StartCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private DataOption data;

    StartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Edition edition = readOrComplain();
        Configuration configuration = edition.configuration();
        mustFallDue(configuration);
        configuration.managementPort().ifPresent(StartCommand::mustBeFree);
        Path folder = data.folder(configuration);
        Reloading reloading = new Reloading(surroundings, options.file());
        new Service(surroundings, folder, reloading, (next, before) -> mustFit(folder, next, before)).serve(edition);
        return ExitCode.DONE;
    }

    private Edition readOrComplain() {
        try {
            return Edition.read(surroundings, options.file());
        } catch (ConfigurationProblems e) {
            throw Complaint.configuration(e.getMessage());
        }
    }

    private void mustFallDue(Configuration configuration) {
        if (configuration.scheduledReports().isEmpty()) {
            throw Complaint.configuration(
                    "%s has no report that falls due by itself, so there is nothing to wait for. Give a report at, every or cron; or make it now: chat-reports run %s"
                            .formatted(
                                    options.file(),
                                    String.join(" ", configuration.reports().keySet())));
        }
    }

    /** Asked here, because the server would share the port with another one, and each would get every second question. */
    private static void mustBeFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw Complaint.configuration(
                    "management.port: %d is taken on this machine. Next: choose another, or stop what uses it"
                            .formatted(port));
        }
    }

    /** Whether a process that works with one edition can go on with another: what it holds on to stays. */
    private void mustFit(Path folder, Edition next, Edition before) {
        mustFallDue(next.configuration());
        mustStay("data", folder.toString(), data.folder(next.configuration()).toString());
        mustStay("ledger.url", ledger(before.configuration()), ledger(next.configuration()));
        Optional<Integer> port = next.configuration().managementPort();
        if (!port.equals(before.configuration().managementPort())) {
            port.ifPresent(StartCommand::mustBeFree);
        }
    }

    private static String ledger(Configuration configuration) {
        return configuration.ledger().map(LedgerSettings::url).orElse("");
    }

    private static void mustStay(String key, String used, String wanted) {
        if (!wanted.equals(used)) {
            throw Complaint.configuration(
                    "%s: \"%s\" cannot become \"%s\" while start works with it; put the old value back, or stop it and start it anew"
                            .formatted(key, used, wanted));
        }
    }
}
