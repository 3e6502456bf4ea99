package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.cli.ChatReports;
import com.giosg.chatreports.cli.Surroundings;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * A ledger as the application left it after some days: with runs that are done, that failed, were skipped or have gaps, and
 * with deliveries that are open.
 *
 * @param files the ledger's file as it was at the end of each day, with nothing beside it
 * @param logs the write-ahead log of each day, as it stood beside the file before the end
 */
record RealLedger(List<Path> files, List<Path> logs) {

    private static final Instant FIRST = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a command did. */
    record Said(int exitCode, String out, String err) {}

    static RealLedger in(Path folder) throws Exception {
        RealLedger ledger = new RealLedger(new ArrayList<>(), new ArrayList<>());
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Files.writeString(folder.resolve("board"), "not a folder");
            Files.writeString(folder.resolve("reports.yaml"), configuration(simulator, folder));
            ledger.live(folder, 0);
            ledger.live(folder, 1);
            simulator.faults().add("status=400,path=chat_sessions,times=1");
            simulator.faults().add("status=500,path=/inbox/");
            ledger.live(folder, 2);
            ledger.live(folder, 5);
        }
        return ledger;
    }

    Path last() {
        return files.get(files.size() - 1);
    }

    /** A process that begins so many days after the first one and ends when all is done or waits. */
    private void live(Path folder, int days) throws Exception {
        Path file = folder.resolve("data/ledger.db");
        StringWriter out = new StringWriter();
        FutureTask<Integer> life = new FutureTask<>(() -> ChatReports.execute(
                surroundings(FIRST.plus(Duration.ofDays(days)), out, new StringWriter()),
                "start",
                "--config",
                folder.resolve("reports.yaml").toString(),
                "--data",
                folder.resolve("data").toString()));
        Thread thread = new Thread(life);
        thread.start();
        LedgerLines lines = LedgerLines.in(folder.resolve("data"));
        await().atMost(PATIENCE)
                .until(() -> life.isDone()
                        || (out.toString().contains("daily\tacme\t")
                                && (days == 0 || hasRunsOf(days, lines))
                                && lines.going() == 0));
        String number = "-%d.db".formatted(files.size());
        logs.add(Files.copy(Path.of(file + "-wal"), folder.resolve("log" + number)));
        thread.interrupt();
        assertThat(life.get()).isZero();
        files.add(Files.copy(file, folder.resolve("ledger" + number)));
    }

    Path lastLog() {
        return logs.get(logs.size() - 1);
    }

    /** The file that the last log belongs to. */
    Path lastButOne() {
        return files.get(files.size() - 2);
    }

    /** As SQLite itself reads the file with all of its log but the last transaction. */
    Map<String, List<String>> rowsBeforeTheLastCommit(Path scratch) throws IOException, SQLException {
        List<Long> commits = LedgerCopy.commits(lastLog());
        LedgerCopy copy = LedgerCopy.of(lastButOne(), scratch);
        LedgerCopy.cut(Files.copy(lastLog(), copy.wal()), commits.get(commits.size() - 2));
        return copy.rows();
    }

    private static boolean hasRunsOf(int days, LedgerLines lines) {
        long midnight =
                FIRST.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        return Stream.of("daily", "often").allMatch(report -> lines.runs().stream()
                .anyMatch(run -> run.report().equals(report) && run.due() > midnight));
    }

    /** What somebody is told who asks. */
    static Said command(Path data, String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = Stream.concat(Stream.of(command), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        int exitCode = ChatReports.execute(surroundings(FIRST, out, err), arguments);
        return new Said(exitCode, out.toString(), err.toString());
    }

    private static Surroundings surroundings(Instant now, StringWriter out, StringWriter err) {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                Map.of("TOKEN", Organizations.ACME.token(), "INBOX", SimulatorSettings.INBOX_TOKEN),
                InstantSource.fixed(now),
                () -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                false);
    }

    private static String configuration(Simulator simulator, Path folder) {
        return """
                api: { url: "%1$s", directory-url: "%1$s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %2$s } }
                reports:
                  daily:
                    { at: "07:00", exact-start: true, time-zone: Europe/Helsinki, window: yesterday, scopes: [org, user],
                      metrics: [real-chats, messages-in-real-chats, sales-in-real-chats], sinks: [board, archive, inbox] }
                  often:
                    { every: 6h, exact-start: true, time-zone: Europe/Helsinki, window: yesterday, scopes: [org],
                      metrics: [real-chats], sinks: [archive] }
                sinks:
                  board: { type: file, directory: "%3$s" }
                  archive: { type: file, directory: "%4$s" }
                  inbox: { type: http, url: "%1$s/inbox/rows", token: "{{env:INBOX}}" }
                """.formatted(
                        simulator.url(), Organizations.ACME.id(), folder.resolve("board"), folder.resolve("archive"));
    }
}
