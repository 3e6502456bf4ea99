package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.FileNames;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.config.SinkKind;
import com.giosg.chatreports.format.Batches;
import com.giosg.chatreports.format.Envelope;
import com.giosg.chatreports.format.TooManyLines;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Folders;
import com.giosg.chatreports.names.Team;
import com.giosg.chatreports.names.TeamNames;
import com.giosg.chatreports.names.UnknownName;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import com.giosg.chatreports.row.TeamRows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the artifacts of a run out of its parts: once, before anything is delivered. */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final ActiveRun run;
    private final List<Part> parts;
    private final ReportFacts facts;
    private final Mails mails;
    private final Sending.Rule sending;
    private final List<Delivery> earlier;

    /**
     * @param parts all of the run's, in the order of the rows
     * @param facts what artifacts say besides
     * @param sending whether a team's mail is sent
     * @param earlier what the run was delivered as before; empty for its first generation
     */
    Sealing(
            ActiveRun run,
            List<Part> parts,
            ReportFacts facts,
            Mails mails,
            Sending.Rule sending,
            List<Delivery> earlier) {
        this.run = run;
        this.parts = parts;
        this.facts = facts;
        this.mails = mails;
        this.sending = sending;
        this.earlier = earlier;
    }

    /** What each sink of the report is handed. */
    List<Consignment> consignments() throws IOException {
        List<Consignment> consignments = new ArrayList<>();
        for (Sink sink : run.report().sinks()) {
            consignments.add(new Consignment(run, sink, deliveries(sink)));
        }
        return consignments;
    }

    private List<Delivery> deliveries(Sink sink) throws IOException {
        List<Made> made = new ArrayList<>();
        if (sink.isPerTeam()) {
            for (String team : run.organization().teams().keySet()) {
                made.addAll(made(sink, Optional.of(team)));
            }
        } else {
            made.addAll(made(sink, Optional.empty()));
        }
        return numbered(sink, made);
    }

    /**
     * What was made for a sink, or not.
     *
     * @param problem why it could not be made; empty: it is there
     */
    private record Made(Optional<String> team, SealedFile artifact, String problem) {}

    /** An artifact that cannot be made fails its own delivery; the others are delivered. */
    private List<Made> made(Sink sink, Optional<String> team) throws IOException {
        String name = FileNames.of(sink.artifact().fileName(), run.placeholders(sink, team));
        Path folder =
                Files.createDirectories(run.folder().resolve(run.artifacts()).resolve(sink.name()));
        try {
            List<SealedFile> artifacts =
                    team.isPresent() ? ofTeam(sink, team.get(), folder) : artifacts(sink, folder.resolve(name));
            force(folder);
            return artifacts.stream()
                    .map(artifact -> new Made(team, artifact, ""))
                    .toList();
        } catch (TooManyLines | BadReportTemplate | UnknownName e) {
            LOG.warn("{}, sink {}: {}", run, sink.name(), e.getMessage());
            return List.of(new Made(team, SealedFile.missing(folder.resolve(name)), e.getMessage()));
        }
    }

    /** The mail of one team; none where the report does not want it sent. */
    private List<SealedFile> ofTeam(Sink sink, String configured, Path folder)
            throws IOException, TooManyLines, BadReportTemplate, UnknownName {
        Team team = TeamNames.resolve(configured, run.names(), TeamRows.answered(parts));
        Path scratch = Files.createDirectories(folder.resolve("rows"));
        try {
            List<Part> rows = TeamRows.of(team, parts, scratch);
            ReportFacts about = facts.about(team);
            return sending.isDue(run, about, rows)
                    ? List.of(mails.write(run, sink, Optional.of(configured), rows, about, folder))
                    : List.of();
        } finally {
            Folders.delete(scratch);
        }
    }

    /** The bytes of files are on disk before they get their names; this has the names follow, before the ledger knows of them. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private List<SealedFile> artifacts(Sink sink, Path file) throws IOException, TooManyLines, BadReportTemplate {
        ArtifactSettings artifact = sink.artifact();
        if (sink.kind().takes() == SinkKind.Takes.MAIL) {
            return List.of(mails.write(run, sink, Optional.empty(), parts, facts, file.getParent()));
        }
        if (sink.batch().isPresent()) {
            int size = sink.batch().getAsInt();
            return Batches.write(parts, artifact.layout(), facts, envelope(), size, file);
        }
        return List.of(mails.artifacts().write(parts, artifact, facts, file));
    }

    /** Of a second generation they go on where those of the first one ended: other keys, so no receiver takes them for repeats. */
    private List<Delivery> numbered(Sink sink, List<Made> all) {
        List<Delivery> deliveries = new ArrayList<>();
        int before = (int) earlier.stream()
                .filter(delivery -> delivery.sink().equals(sink.name()) && !delivery.isNotice())
                .count();
        for (Made made : all) {
            String name = made.artifact().file().getFileName().toString();
            String nameThere = sink.directory()
                    .map(directory -> directory.path(run.placeholders(sink, made.team()), name))
                    .orElse(name);
            Delivery delivery = Delivery.pending(
                            run.id(), sink.name(), before + deliveries.size() + 1, nameThere, made.artifact())
                    .ofGeneration(run.run().generation())
                    .about(made.team());
            deliveries.add(made.problem().isEmpty() ? delivery : delivery.in(Delivery.State.FAILED, made.problem()));
        }
        return deliveries;
    }

    private Envelope envelope() {
        return new Envelope(
                run.id(),
                run.report().name(),
                run.organization().key(),
                run.run().window());
    }
}
