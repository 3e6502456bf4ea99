package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.names.Names;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.RequestPlan;
import com.giosg.chatreports.request.SideRequests;
import com.giosg.chatreports.time.Times;
import com.giosg.chatreports.time.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A run while it is served: what its routes need to know, and the one thing that they tell each other. */
public final class ActiveRun {

    private final Run run;
    private final Report report;
    private final Organization organization;
    private final List<Request> requests;
    private final List<Request> sideRequests;
    private final Instant askedAt;
    private final Path folder;
    private final Names names;
    private final Hindrance hindrance;
    private final Parties parties;
    private final AtomicReference<RequestFailure> refusal = new AtomicReference<>();
    private final AtomicReference<Duration> askedToWait = new AtomicReference<>(Duration.ZERO);
    private final Set<String> causes = ConcurrentHashMap.newKeySet();

    /** One that asks all that its report wants to know. */
    ActiveRun(Run run, Report report, Organization organization, Instant askedAt, Path folder) {
        this(
                run,
                report,
                organization,
                RequestPlan.of(report, organization, run.window()),
                SideRequests.of(report, organization, run.window(), run.due()),
                askedAt,
                folder,
                Names.none(),
                new Hindrance(),
                new Parties());
    }

    private ActiveRun(
            Run run,
            Report report,
            Organization organization,
            List<Request> requests,
            List<Request> sideRequests,
            Instant askedAt,
            Path folder,
            Names names,
            Hindrance hindrance,
            Parties parties) {
        this.run = run;
        this.report = report;
        this.organization = organization;
        this.requests = requests;
        this.sideRequests = sideRequests;
        this.askedAt = askedAt;
        this.folder = folder;
        this.names = names;
        this.hindrance = hindrance;
        this.parties = parties;
    }

    /** The run before it asks its first request, now that the directory was asked. */
    ActiveRun named(Names known) {
        return new ActiveRun(
                run, report, organization, requests, sideRequests, askedAt, folder, known, hindrance, parties);
    }

    /** The run as it was asked, where its artifacts are made later. */
    ActiveRun askedAt(Instant then) {
        return new ActiveRun(
                run, report, organization, requests, sideRequests, then, folder, names, hindrance, parties);
    }

    /** The run once the ids of its rooms are known. */
    ActiveRun narrowedTo(List<String> rooms) {
        return new ActiveRun(
                run,
                report,
                organization,
                requests.stream().map(request -> request.narrowedTo(rooms)).toList(),
                sideRequests.stream().map(request -> request.narrowedTo(rooms)).toList(),
                askedAt,
                folder,
                names,
                hindrance,
                parties);
    }

    public Run run() {
        return run;
    }

    public String id() {
        return run.id();
    }

    public Report report() {
        return report;
    }

    public Organization organization() {
        return organization;
    }

    /** Everything that makes rows, in their order. */
    public List<Request> requests() {
        return requests;
    }

    /** What its figures are measured by: asked, but no part of the rows. */
    List<Request> sideRequests() {
        return sideRequests;
    }

    /** Everything that is asked. */
    List<Request> allRequests() {
        return Stream.concat(requests.stream(), sideRequests.stream()).toList();
    }

    /** When asking began; decides which figures can still change. */
    public Instant askedAt() {
        return askedAt;
    }

    /** What the users and teams of its rows are called. */
    public Names names() {
        return names;
    }

    /** What it is about, as file names hold it, e.g. {@code 2020-10-24_2020-11-01}. */
    public String window() {
        return run.window().label();
    }

    /** Where its rows and artifacts are kept. */
    public Path folder() {
        return folder;
    }

    /** An instant as the clocks of its report show it, for messages. */
    String local(Instant instant) {
        return Times.print(instant.atZone(run.window().zone()));
    }

    /** The folder of its artifacts: one for each generation, since those of the first one were delivered. */
    String artifacts() {
        return run.generation() == 1 ? "artifacts" : "artifacts-" + run.generation();
    }

    /** What the placeholders in a sink's settings stand for. */
    Placeholders placeholders(Sink sink) {
        return placeholders(sink, Optional.empty());
    }

    /** The same for an artifact that may be about one team alone. */
    Placeholders placeholders(Sink sink, Optional<String> team) {
        return placeholders(report, organization, run.window(), sink, team);
    }

    /** The same of any run, also one that is over. */
    public static Placeholders placeholders(
            Report report, Organization organization, Window window, Sink sink, Optional<String> team) {
        Placeholders all =
                Placeholders.of(report, organization, window, sink.artifact().format());
        return team.map(name -> all.withTeam(name, organization.teams().getOrDefault(name, List.of())))
                .orElse(all);
    }

    /**
     * Notes that the API does not accept the token: nothing more is asked in this run. True for the first to find out.
     */
    boolean refuse(RequestFailure failure) {
        return refusal.compareAndSet(null, failure);
    }

    /** What keeps it from going on, whichever of its requests and sinks met it. */
    Hindrance hindrance() {
        return hindrance;
    }

    /** Who works on it. */
    Parties parties() {
        return parties;
    }

    /** Notes that the API wants to be left alone. */
    void askToWait(Duration wait) {
        askedToWait.accumulateAndGet(wait, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    /** How long the API wants to be left alone, if it says so: the longest that it said in this run. */
    Optional<Duration> askedToWait() {
        return Optional.of(askedToWait.get()).filter(wait -> !wait.isZero());
    }

    /** Whether no other request of this run failed in the same words before. */
    boolean isNews(RequestFailure failure) {
        return causes.add(failure.kind() + failure.getMessage());
    }

    /** Why the API accepts no request of this run. */
    Optional<RequestFailure> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    /** As a run is named in messages: report and organization. */
    @Override
    public String toString() {
        return "report " + report.name() + " of " + organization.key();
    }
}
