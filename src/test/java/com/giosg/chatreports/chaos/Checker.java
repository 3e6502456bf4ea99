package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.chaos.LedgerLines.DeliveryLine;
import com.giosg.chatreports.chaos.LedgerLines.RunLine;
import com.giosg.chatreports.route.MailServer;
import com.giosg.chatreports.simulator.http.Inbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Joins what was planned, what the ledger says and what the receivers noted themselves.
 *
 * @param begun by when the first life watched its reports
 * @param ended when the last one was told to stop
 */
record Checker(
        Path data, Peers peers, List<RunLine> runs, List<DeliveryLine> deliveries, Instant begun, Instant ended) {

    static Checker of(Path data, Peers peers, Instant begun, Instant ended) {
        LedgerLines ledger = new LedgerLines(data);
        return new Checker(data, peers, ledger.runs(), ledger.deliveries(), begun, ended);
    }

    /** Nothing is lost, nothing has other bytes, nothing was seen unfinished. */
    void check(Reader reader) throws IOException {
        everyDueInstantHasItsRun();
        everyRunWentToEverySink();
        theInboxHasEachBatchOnce();
        mailsAreWhatWasSealed();
        noFileWasSeenUnfinishedOrGone(reader);
        theLastRunIsWhatLies();
    }

    private void everyDueInstantHasItsRun() {
        long every = peers.every().toMillis();
        for (String report : Peers.REPORTS) {
            List<Long> dues = runs.stream()
                    .filter(run -> run.report().equals(report))
                    .map(RunLine::due)
                    .toList();
            assertThat(dues).as("something of %s fell due", report).isNotEmpty();
            assertThat(dues.get(0))
                    .as("the first due instant of %s", report)
                    .isLessThanOrEqualTo(begun.toEpochMilli() + every);
            assertThat(dues)
                    .as("due instants of %s", report)
                    .containsExactlyElementsOf(LongStream.iterate(dues.get(0), due -> due + every)
                            .limit(dues.size())
                            .boxed()
                            .toList());
            assertThat(dues.get(dues.size() - 1))
                    .as("the last due instant of %s", report)
                    .isGreaterThan(ended.toEpochMilli() - 2 * every);
        }
    }

    private void everyRunWentToEverySink() {
        assertThat(deliveries.stream().filter(delivery -> !delivery.state().equals("CONFIRMED")))
                .isEmpty();
        assertThat(runs.stream().filter(run -> !run.state().equals("DONE"))).isEmpty();
        Map<String, Set<String>> reached = deliveries.stream()
                .collect(Collectors.groupingBy(
                        DeliveryLine::runId, Collectors.mapping(DeliveryLine::sink, Collectors.toSet())));
        assertThat(runs).allSatisfy(run -> assertThat(reached.get(run.id()))
                .as(run.id())
                .containsExactlyInAnyOrderElementsOf(Peers.SINKS));
    }

    private void theInboxHasEachBatchOnce() throws IOException {
        List<Inbox.Message> messages = peers.simulator.inbox().messages("rows");
        Map<String, String> sent = contents(
                "inbox",
                delivery -> String.join("-", delivery.runId(), delivery.sink(), String.valueOf(delivery.number())));
        assertThat(messages).extracting(Inbox.Message::key).doesNotHaveDuplicates();
        assertThat(messages.stream()
                        .collect(Collectors.toMap(
                                Inbox.Message::key,
                                message -> Digest.of(message.request().body().getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(sent);
    }

    private void noFileWasSeenUnfinishedOrGone(Reader reader) throws IOException {
        Map<Path, String> sinks = Map.of(peers.archive(), "archive", peers.drop(), "drop", peers.bus(), "bus");
        Map<String, Set<String>> sealed =
                Stream.of("archive", "drop", "bus").collect(Collectors.toMap(Function.identity(), this::digests));
        reader.seen().forEach((file, contents) -> assertThat(sealed.get(sinks.get(file.getParent())))
                .as("what was read of %s is what was sealed", file)
                .containsAll(contents));
        assertThat(reader.vanished()).isEmpty();
        for (Path folder : peers.finished()) {
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(file -> file.getFileName().toString()))
                        .as("names left in %s", folder)
                        .containsExactlyInAnyOrderElementsOf(
                                Peers.REPORTS.stream().map(Checker::fileName).toList());
            }
        }
    }

    private void theLastRunIsWhatLies() throws IOException {
        for (String report : Peers.REPORTS) {
            RunLine last = runs.stream()
                    .filter(run -> run.report().equals(report))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            for (DeliveryLine delivery : deliveries) {
                Map<String, Path> folders =
                        Map.of("archive", peers.archive(), "drop", peers.drop(), "bus", peers.bus());
                if (delivery.runId().equals(last.id()) && folders.containsKey(delivery.sink())) {
                    assertThat(folders.get(delivery.sink()).resolve(fileName(report)))
                            .hasSameBinaryContentAs(data.resolve(delivery.file()));
                }
            }
        }
    }

    private static String fileName(String report) {
        return report + "-acme-2026-10-01_2026-10-09.csv";
    }

    private void mailsAreWhatWasSealed() {
        assertThat(mails().keySet()).containsExactlyInAnyOrderElementsOf(digests("leads"));
    }

    /** How many arrived that had arrived before. */
    long repeatedMails() {
        return mails().values().stream().mapToLong(times -> times - 1).sum();
    }

    private Map<String, Long> mails() {
        return peers.mails.received().stream()
                .map(MailServer.Received::bytes)
                .collect(Collectors.groupingBy(Digest::of, Collectors.counting()));
    }

    private Set<String> digests(String sink) {
        try {
            return Set.copyOf(contents(sink, DeliveryLine::toString).values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was sealed for a sink. */
    private Map<String, String> contents(String sink, Function<DeliveryLine, String> key) throws IOException {
        Map<String, String> contents = new HashMap<>();
        for (DeliveryLine delivery : deliveries) {
            if (delivery.sink().equals(sink)) {
                contents.put(key.apply(delivery), Digest.of(data.resolve(delivery.file())));
            }
        }
        return contents;
    }
}
