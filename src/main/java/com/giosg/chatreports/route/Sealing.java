package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.config.SinkKind;
import com.giosg.chatreports.format.Batches;
import com.giosg.chatreports.format.Envelope;
import com.giosg.chatreports.format.TooManyLines;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Folders;
import com.giosg.chatreports.names.Team;
import com.giosg.chatreports.names.TeamNames;
import com.giosg.chatreports.names.UnknownName;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the artifacts of a run out of its parts: once, before anything is delivered. */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Material material;
    private final ActiveRun run;
    private final Mails mails;
    private final Sending.Rule sending;
    private final BiFunction<Delivery, DeliveryFailure, Delivery> failing;
    private final TeamParts teams;
    private Optional<Set<String>> teamsAnswered = Optional.empty();

    /**
     * @param sending whether a team's mail is sent
     * @param failing what becomes of a delivery whose artifact cannot be made
     */
    Sealing(
            Material material,
            Mails mails,
            Sending.Rule sending,
            BiFunction<Delivery, DeliveryFailure, Delivery> failing) {
        this.material = material;
        this.run = material.run();
        this.mails = mails;
        this.sending = sending;
        this.failing = failing;
        this.teams = new TeamParts(run, material.entries());
    }

    /**
     * What each sink of the report is handed.
     *
     * @param earlier what the run was delivered as before; empty for its first generation
     */
    List<Consignment> consignments(List<Delivery> earlier) throws IOException {
        List<Consignment> consignments = new ArrayList<>();
        for (Sink sink : run.report().sinks()) {
            int before = (int) earlier.stream()
                    .filter(delivery -> delivery.sink().equals(sink.name()) && !delivery.isNotice())
                    .count();
            consignments.add(new Consignment(run, sink, numbered(sink, made(sink), before)));
        }
        return consignments;
    }

    /**
     * Makes what could not be made before.
     *
     * @param missing what has no artifact so far
     * @param all everything of the same generation
     */
    List<Delivery> again(List<Delivery> missing, List<Delivery> all) throws IOException {
        Set<String> taken = all.stream()
                .flatMap(delivery -> delivery.team().stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<Delivery> again = new ArrayList<>();
        for (Delivery delivery : missing) {
            for (Sink sink : run.report().sinks()) {
                if (sink.name().equals(delivery.sink())) {
                    again.add(again(sink, delivery, taken));
                }
            }
        }
        return again;
    }

    private Delivery again(Sink sink, Delivery delivery, Set<String> taken) throws IOException {
        List<Made> made = made(sink, delivery.team().map(team -> stillThere(team, taken)));
        if (made.isEmpty()) {
            return delivery.in(Delivery.State.CONFIRMED, "not sent; the run's notes say why");
        }
        Made first = made.get(0);
        Delivery remade = delivery.made(first.team(), nameThere(sink, first), first.artifact());
        return first.failure().map(failure -> failing.apply(remade, failure)).orElse(remade);
    }

    /** Whoever mends a name writes another one: the delivery of a team that is gone is that of one that has none. */
    private String stillThere(String team, Set<String> taken) {
        Set<String> configured = run.organization().teams().keySet();
        String other = configured.contains(team)
                ? team
                : configured.stream()
                        .filter(name -> !taken.contains(name))
                        .findFirst()
                        .orElse(team);
        taken.add(other);
        return other;
    }

    private List<Made> made(Sink sink) throws IOException {
        if (!sink.isPerTeam()) {
            return made(sink, Optional.empty());
        }
        List<Made> made = new ArrayList<>();
        for (String team : run.organization().teams().keySet()) {
            made.addAll(made(sink, Optional.of(team)));
        }
        return made;
    }

    /**
     * What was made for a sink, or not.
     *
     * @param failure why it could not be made
     */
    private record Made(Optional<String> team, SealedFile artifact, Optional<DeliveryFailure> failure) {}

    /** An artifact that cannot be made fails its own delivery; the others are delivered. */
    private List<Made> made(Sink sink, Optional<String> team) throws IOException {
        Path folder =
                Files.createDirectories(run.folder().resolve(run.artifacts()).resolve(sink.name()));
        try {
            List<SealedFile> artifacts = team.isPresent() ? ofTeam(sink, team.get(), folder) : artifacts(sink, folder);
            force(folder);
            return artifacts.stream()
                    .map(artifact -> new Made(team, artifact, Optional.empty()))
                    .toList();
        } catch (TooManyLines | BadReportTemplate e) {
            return failed(sink, team, folder, new DeliveryFailure(e.getMessage()));
        } catch (UnknownName e) {
            return failed(sink, team, folder, new DeliveryFailure(e.getMessage(), Passing.when(e.mayPass())));
        }
    }

    private List<Made> failed(Sink sink, Optional<String> team, Path folder, DeliveryFailure failure) {
        LOG.warn("{}, sink {}: {}", run, Addressee.of(sink.name(), team), failure.getMessage());
        Path file = folder.resolve(mails.fileName(run, sink, team));
        return List.of(new Made(team, SealedFile.missing(file), Optional.of(failure)));
    }

    /** The mail of one team; none where the report does not want it sent. */
    private List<SealedFile> ofTeam(Sink sink, String configured, Path folder)
            throws IOException, TooManyLines, BadReportTemplate, UnknownName {
        Team team = TeamNames.resolve(configured, run.names(), teamsAnswered());
        Path scratch = Files.createDirectories(folder.resolve("rows"));
        try {
            List<Part> rows = teams.of(team, scratch);
            ReportFacts about = material.facts().about(team, teams.averages(team, scratch));
            return sending.isDue(run, about, rows)
                    ? List.of(mails.write(run, sink, Optional.of(configured), rows, about, folder))
                    : List.of();
        } finally {
            Folders.delete(scratch);
        }
    }

    private Set<String> teamsAnswered() throws IOException {
        if (teamsAnswered.isEmpty()) {
            teamsAnswered = Optional.of(teams.answered());
        }
        return teamsAnswered.get();
    }

    /** The bytes of files are on disk before they get their names; this has the names follow, before the ledger knows of them. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private List<SealedFile> artifacts(Sink sink, Path folder) throws IOException, TooManyLines, BadReportTemplate {
        List<Part> parts = material.parts();
        if (sink.kind().takes() == SinkKind.Takes.MAIL) {
            return List.of(mails.write(run, sink, Optional.empty(), parts, material.facts(), folder));
        }
        ArtifactSettings artifact = sink.artifact();
        Path file = folder.resolve(mails.fileName(run, sink, Optional.empty()));
        if (sink.batch().isPresent()) {
            int size = sink.batch().getAsInt();
            return Batches.write(parts, artifact.layout(), material.facts(), envelope(), size, file);
        }
        return List.of(mails.artifacts().write(parts, artifact, material.facts(), file));
    }

    /** Of a second generation they go on where those of the first one ended: other keys, so no receiver takes them for repeats. */
    private List<Delivery> numbered(Sink sink, List<Made> all, int before) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Made made : all) {
            deliveries.add(delivery(sink, made, before + deliveries.size() + 1));
        }
        return deliveries;
    }

    private Delivery delivery(Sink sink, Made made, int number) {
        Delivery delivery = Delivery.pending(run.id(), sink.name(), number, nameThere(sink, made), made.artifact())
                .ofGeneration(run.run().generation())
                .about(made.team());
        return made.failure().map(failure -> failing.apply(delivery, failure)).orElse(delivery);
    }

    private String nameThere(Sink sink, Made made) {
        String name = made.artifact().file().getFileName().toString();
        return sink.directory()
                .map(directory -> directory.path(run.placeholders(sink, made.team()), name))
                .orElse(name);
    }

    private Envelope envelope() {
        return new Envelope(
                run.id(),
                run.report().name(),
                run.organization().key(),
                run.run().window());
    }
}
