package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.chaos.LedgerLines.DeliveryLine;
import com.giosg.chatreports.chaos.LedgerLines.RunLine;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Joins what was planned, what the ledger says and what the receivers noted themselves.
 *
 * @param begun by when the first life watched its reports
 * @param ended when the last one was told to stop
 */
record Checker(Peers peers, List<RunLine> runs, List<DeliveryLine> deliveries, Instant begun, Instant ended) {

    static Checker of(Peers peers, Instant begun, Instant ended) {
        LedgerLines ledger = peers.ledger();
        return new Checker(peers, ledger.runs(), ledger.deliveries(), begun, ended);
    }

    /**
     * Nothing is lost, nothing has other bytes, nothing was seen unfinished.
     *
     * @return how much of what was found to be so
     */
    Map<String, String> check(Reader reader) throws IOException, JMSException {
        return check(reader, Set.of("DONE"));
    }

    /** The same, where runs ended in these ways. */
    Map<String, String> check(Reader reader, Set<String> ends) throws IOException, JMSException {
        everyDueInstantHasItsRun();
        return checkWithoutSchedule(reader, ends);
    }

    /** The same, where somebody had runs made by hand: whenever they were, they are there. */
    Map<String, String> checkWithoutSchedule(Reader reader, Set<String> ends) throws IOException, JMSException {
        everyRunWentToEverySink(ends);
        everySkippedRunSaysWhyOnce();
        theInboxHasEachBatchOnce();
        theQueueHasEachFileOnce();
        mailsAreWhatWasSealed();
        noFileWasSeenUnfinishedOrGone(reader);
        theLastRunIsWhatLies();
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("runs", String.format(Locale.ROOT, "%,d", runs.size()));
        figures.put("deliveries", String.format(Locale.ROOT, "%,d", deliveries.size()));
        figures.put("lost", "0");
        figures.put("wrong bytes", "0");
        figures.put("unfinished files", String.format(Locale.ROOT, "0 in %,d looks", reader.looks()));
        figures.put("mails once more", Long.toString(repeatedMails()));
        return figures;
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

    private void everyRunWentToEverySink(Set<String> ends) {
        assertThat(deliveries.stream().filter(delivery -> !delivery.state().equals("CONFIRMED")))
                .isEmpty();
        assertThat(runs.stream().filter(run -> !ends.contains(run.state()))).isEmpty();
        assertThat(runs).allSatisfy(run -> assertThat(reached(run))
                .as("what %s went to", run)
                .containsExactlyInAnyOrderElementsOf(addressees(run)));
    }

    /** Of a run that failed everybody is told, and nobody hears of one that was skipped. Readers get each generation. */
    private List<String> addressees(RunLine run) {
        return switch (run.state()) {
            case "SKIPPED" -> List.of();
            case "FAILED" ->
                peers.sinks().stream().map(sink -> sink + " notice").toList();
            default ->
                IntStream.rangeClosed(1, run.generation())
                        .boxed()
                        .flatMap(generation -> peers.sinks().stream().map(sink -> sink + " " + generation))
                        .toList();
        };
    }

    /** Of one that came to an end nevertheless there may be notices besides, from before. */
    private Set<String> reached(RunLine run) {
        return deliveries.stream()
                .filter(delivery -> delivery.runId().equals(run.id()))
                .filter(delivery -> run.state().equals("FAILED") || !delivery.isNotice())
                .map(delivery -> delivery.sink() + " " + (delivery.isNotice() ? "notice" : delivery.generation()))
                .collect(Collectors.toSet());
    }

    private void everySkippedRunSaysWhyOnce() {
        List<String> skipped = runs.stream()
                .filter(run -> run.state().equals("SKIPPED"))
                .map(RunLine::id)
                .toList();
        assertThat(peers.ledger().notes().stream()
                        .filter(note -> note.getValue().startsWith("skipped: "))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(skipped);
    }

    private void theInboxHasEachBatchOnce() throws IOException {
        eachOnce(
                "inbox",
                peers.simulator.inbox().messages("rows").stream()
                        .map(message -> Map.entry(
                                message.key(),
                                Digest.of(message.request().body().getBytes(StandardCharsets.UTF_8))))
                        .toList());
    }

    private void theQueueHasEachFileOnce() throws IOException, JMSException {
        if (peers.broker.isPresent()) {
            eachOnce(
                    Peers.QUEUE,
                    peers.broker.get().take().stream()
                            .map(message ->
                                    Map.entry(message.properties().get("ReportKey"), Digest.of(message.bytes())))
                            .toList());
        }
    }

    /** @param arrived keys and digests */
    private void eachOnce(String sink, List<Map.Entry<String, String>> arrived) throws IOException {
        Map<String, String> sent = contents(sink, Checker::key);
        assertThat(arrived).as("what %s has", sink).containsExactlyInAnyOrderElementsOf(sent.entrySet());
    }

    /** Under which a receiver tells a repeat. */
    static String key(DeliveryLine delivery) {
        return String.join("-", delivery.runId(), delivery.sink(), String.valueOf(delivery.number()));
    }

    private void noFileWasSeenUnfinishedOrGone(Reader reader) throws IOException {
        Map<Path, String> sinks = Map.of(peers.archive(), "archive", peers.drops.folder(), "drop", peers.bus(), "bus");
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
                        .containsExactlyInAnyOrderElementsOf(fileNames());
            }
        }
    }

    /** Of reports and of notices about them: one does not replace the other. */
    private Set<String> fileNames() {
        return Peers.REPORTS.stream()
                .flatMap(report -> Stream.concat(
                        Stream.of(fileName(report)),
                        deliveries.stream()
                                .filter(DeliveryLine::isNotice)
                                .filter(notice -> runs.stream()
                                        .anyMatch(run -> run.id().equals(notice.runId())
                                                && run.report().equals(report)))
                                .map(notice -> fileName(report).replace(".csv", ".failed.json"))))
                .collect(Collectors.toSet());
    }

    private void theLastRunIsWhatLies() throws IOException {
        for (String report : Peers.REPORTS) {
            RunLine last = runs.stream()
                    .filter(run -> run.report().equals(report))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            for (DeliveryLine delivery : deliveries) {
                Map<String, Path> folders =
                        Map.of("archive", peers.archive(), "drop", peers.drops.folder(), "bus", peers.bus());
                if (delivery.runId().equals(last.id()) && folders.containsKey(delivery.sink())) {
                    assertThat(folders.get(delivery.sink()).resolve(fileName(report)))
                            .hasSameBinaryContentAs(peers.data().resolve(delivery.file()));
                }
            }
        }
    }

    private static String fileName(String report) {
        return report + "-acme-2026-10-01_2026-10-09.csv";
    }

    private void mailsAreWhatWasSealed() throws IOException {
        assertThat(mails().keySet()).containsExactlyInAnyOrderElementsOf(digests("leads"));
    }

    /** How many arrived that had arrived before. */
    long repeatedMails() throws IOException {
        return mails().values().stream().mapToLong(times -> times - 1).sum();
    }

    private Map<String, Long> mails() throws IOException {
        return peers.mails.received().stream().collect(Collectors.groupingBy(Digest::of, Collectors.counting()));
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
                contents.put(key.apply(delivery), Digest.of(peers.data().resolve(delivery.file())));
            }
        }
        return contents;
    }
}
