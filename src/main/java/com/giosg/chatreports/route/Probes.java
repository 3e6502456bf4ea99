package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.row.Answer;
import com.giosg.chatreports.row.AnswerLimits;
import com.giosg.chatreports.row.AnswerReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the routes of {@code check --online} find out. */
public final class Probes {

    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

    private final Configuration configuration;
    private final AnswerLimits limits;
    private final Map<Probe, ProbeResult> results = new ConcurrentHashMap<>();

    Probes(Configuration configuration) {
        this.configuration = configuration;
        this.limits = new AnswerLimits(configuration.api().maxAnswer());
    }

    /** Whether the sink's kind has a Kamelet that tries it: {@code <kind>-probe.kamelet.yaml} beside its own. */
    public static boolean hasProbe(Path home, Sink sink) {
        return Files.exists(
                home.resolve("routes").resolve("sinks").resolve(sink.kind().name() + "-probe.kamelet.yaml"));
    }

    /** The user that the API names. */
    public TokenUser identify(@Body InputStream answer) throws RequestFailure, IOException {
        return TokenUser.read(answer);
    }

    /** Reads the figures to their end, and forgets them. */
    public void permit(
            @Variable(Variables.PROBE) Probe.OfOrganization probe,
            @Variable(Variables.USER) TokenUser user,
            @Variable(Variables.REQUEST) Request request,
            @Body InputStream figures)
            throws RequestFailure, IOException {
        try (Answer answer = new AnswerReader().read(figures, request, limits)) {
            answer.forEachRemaining(batch -> {});
        }
        String words = "the token is that of " + user + "; it may see the figures";
        note(ProbeResult.ok(
                probe, user.isOf(probe.organization()) ? words : words + " of this organization, which is another"));
    }

    /**
     * Notes that nothing is wrong.
     *
     * @param finding what the Kamelet has to say besides; none: the peer was reached
     */
    public void reach(@Variable(Variables.PROBE) Probe probe, @Variable(Variables.FINDING) String finding) {
        note(ProbeResult.ok(probe, finding == null ? "reached; nothing was delivered" : finding));
    }

    /**
     * Notes what is wrong, and the next move.
     *
     * @param thrown the whole chain of causes; an {@code @ExchangeException} would be its end alone
     */
    public void fail(
            @Variable(Variables.PROBE) Probe probe,
            @Variable(Variables.USER) TokenUser user,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        note(
                probe instanceof Probe.OfOrganization organization
                        ? failed(organization, Optional.ofNullable(user), thrown)
                        : ProbeResult.failed(
                                probe,
                                configuration.withoutSecrets(SinkCauses.words(thrown)),
                                "mend the sink, then check again"));
    }

    private static ProbeResult failed(Probe.OfOrganization probe, Optional<TokenUser> user, Exception thrown) {
        RequestFailure failure = Causes.of(thrown);
        if (failure.kind() == FailureKind.DEFECT) {
            LOG.error("organization {}: {}", probe.name(), failure.getMessage(), failure);
        }
        if (user.isEmpty()) {
            String words = "whose token it is could not be asked: " + failure.getMessage();
            return ProbeResult.failed(probe, failure.kind(), words, directoryMove(failure.kind()));
        }
        if (user.get().isOf(probe.organization())) {
            String words = "the token is that of %s, but: %s".formatted(user.get(), failure.getMessage());
            return ProbeResult.failed(probe, failure.kind(), words, Optional.empty());
        }
        String words = "the token is that of %s, another organization (%s), and: %s"
                .formatted(user.get(), user.get().organizationId(), failure.getMessage());
        return ProbeResult.failed(
                probe,
                failure.kind(),
                words,
                Optional.of("check the organization's id, or give it a token of its own"));
    }

    /** Where the address of the directory has to be looked at instead of the one of the figures. */
    private static Optional<String> directoryMove(FailureKind kind) {
        if (kind == FailureKind.REJECTED) {
            return Optional.of("check api.directory-url");
        }
        return Optional.of(kind.nextMove().replace("api.url", "api.directory-url"));
    }

    private void note(ProbeResult result) {
        results.put(result.probe(), result);
    }

    /** In the order of the probes; one that is still under way has failed. */
    List<ProbeResult> results(List<Probe> probes) {
        return probes.stream()
                .map(probe -> results.getOrDefault(
                        probe,
                        ProbeResult.failed(
                                probe,
                                "no answer within a minute",
                                "check the address, and what lies on the way there")))
                .toList();
    }
}
