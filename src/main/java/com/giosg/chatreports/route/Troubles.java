package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.format.status.State;
import com.giosg.chatreports.format.status.StatusPage.Notice;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.request.Breaker.LeftAlone;
import com.giosg.chatreports.request.RequestFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is not as it should be while the application runs: nothing can be kept, somebody is left alone, or the files say something else by now. The
 * status page, the health check and the metrics ask for it.
 *
 * @param restraint who is left alone
 * @param hindered who cannot go on where nothing can be kept
 */
record Troubles(
        Configuration configuration,
        Standing standing,
        Restraint restraint,
        List<Hindered> hindered,
        InstantSource clock) {

    /** With many tokens, an API that is away would be the whole page. */
    private static final int MOST_LEFT_ALONE = 10;

    private static final String NEXT = "Next: ";

    /** The worst comes first. */
    List<Notice> notices() {
        List<Notice> leftAlone =
                Stream.concat(aboutApi().stream(), aboutSinks().stream()).toList();
        List<Notice> notices = new ArrayList<>();
        storage().ifPresent(notices::add);
        standing.doubt().map(Troubles::doubt).ifPresent(notices::add);
        leftAlone.stream().limit(MOST_LEFT_ALONE).forEach(notices::add);
        if (leftAlone.size() > MOST_LEFT_ALONE) {
            notices.add(
                    new Notice(
                            State.WARN,
                            "%d more are left alone".formatted(leftAlone.size() - MOST_LEFT_ALONE),
                            List.of(
                                    "Which ones: chat_reports_api_available and chat_reports_sink_available are 0 on /observe/metrics")));
        }
        return notices;
    }

    /** That nothing can be kept, so that no run goes on. */
    Optional<Notice> storage() {
        return hindered.stream()
                .flatMap(party -> party.hindrance().stream())
                .findFirst()
                .map(this::storage);
    }

    private Notice storage(RequestFailure failure) {
        return failure.getCause() instanceof LedgerFailure ledger
                ? storage(ledger.problem(), ledger.nextMove())
                : storage(failure.getMessage(), failure.kind().nextMove());
    }

    private Notice storage(String why, String nextMove) {
        return new Notice(
                State.BAD,
                configuration.withoutSecrets("No run goes on: " + why),
                List.of(NEXT + nextMove, "Runs stay as they are meanwhile and go on by themselves"));
    }

    private static Notice doubt(String words) {
        int next = words.indexOf(NEXT);
        return next < 0
                ? new Notice(State.WARN, words, List.of())
                : new Notice(State.WARN, words.substring(0, next).strip(), List.of(words.substring(next)));
    }

    boolean isAvailable(Organization organization) {
        String token = organization.token().fingerprint();
        return !restraint.tokens().leavesAlone(token)
                && restraint.tokenPauses().until(token).isEmpty();
    }

    boolean isAvailable(String sink) {
        return !restraint.sinks().leavesAlone(sink)
                && restraint.sinkPauses().until(sink).isEmpty();
    }

    private List<Notice> aboutApi() {
        return leftAlone(
                restraint.tokens(),
                restraint.tokenPauses()::until,
                this::withToken,
                configuration.organizations().values().stream()
                        .map(organization -> organization.token().fingerprint()));
    }

    private List<Notice> aboutSinks() {
        return leftAlone(
                restraint.sinks(),
                restraint.sinkPauses()::until,
                "Nothing is sent to the sink %s"::formatted,
                configuration.sinks().keySet().stream());
    }

    /** Whoever asked for it says until when, unless it is left alone for longer anyway. */
    private List<Notice> leftAlone(
            Breakers breakers,
            Function<String, Optional<Instant>> asked,
            UnaryOperator<String> what,
            Stream<String> everybody) {
        Map<String, Notice> found = new LinkedHashMap<>();
        breakers.leftAlone().forEach((key, alone) -> found.put(key, notice(what.apply(key), alone)));
        everybody.forEach(key -> asked.apply(key)
                .filter(until -> breakers.shutUntil(key).filter(until::isBefore).isEmpty())
                .ifPresent(until -> found.put(key, notice(what.apply(key), until))));
        return List.copyOf(found.values());
    }

    private String withToken(String fingerprint) {
        List<String> sharing = configuration.organizations().values().stream()
                .filter(organization -> organization.token().fingerprint().equals(fingerprint))
                .map(Organization::key)
                .toList();
        String more = sharing.size() > 1 ? " and of %d more".formatted(sharing.size() - 1) : "";
        return "The API is not asked with the token of " + sharing.get(0) + more;
    }

    private static Notice notice(String what, Instant until) {
        return new Notice(
                State.WARN,
                "%s: it asked to be left alone until %s".formatted(what, Breakers.print(until)),
                List.of("What is due waits for that, or for its next try"));
    }

    private Notice notice(String what, LeftAlone alone) {
        Instant now = clock.instant();
        return new Notice(
                State.WARN,
                "%s: the last %d calls failed".formatted(what, alone.failures()),
                List.of(
                        configuration.withoutSecrets("The latest cause: " + alone.cause()),
                        "Left alone since " + Breakers.print(now.minus(alone.lasted())),
                        alone.remaining().isZero()
                                ? "Next call with what is due next; the rest waits for its answer"
                                : "Next call after %s, with what is due first; the rest waits for its answer"
                                        .formatted(Breakers.print(now.plus(alone.remaining())))));
    }
}
