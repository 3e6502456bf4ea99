package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Secret;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Pauses;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a failed try leads to: another one, after how long, and who else has to wait. */
class FailuresTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2020-11-02T06:00:00Z"));

    private static final LocalDate DAY = LocalDate.of(2020, 11, 1);
    private static final Window WINDOW = new Window(DAY, DAY, ZoneOffset.UTC);

    @RegisterExtension
    final LogOf log = new LogOf(TokenPauses.class);

    private final TokenPauses pauses = new TokenPauses(new Pauses(CLOCK), CLOCK);
    private final Failures failures = new Failures(pauses, breakers(), Patience.NONE, CLOCK, () -> 0);
    private final Request acme = request("token of acme");
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_TRIED")
    void asksAsOftenAsTheKindOfFailureAllows(FailureKind kind) {
        int tries = 0;
        do {
            fail(new RequestFailure(kind, "made up"));
            tries++;
        } while (attempt().again());

        assertThat(tries).isEqualTo(kind.tries());
        assertThat(attempt().tries()).isEqualTo(kind.tries());
    }

    private static Breakers breakers() {
        return new Breakers(Patience.NONE, CLOCK, CLOCK);
    }

    @Test
    void whatIsNotTriedIsNoTryAndWhatWasTriedBeforeSaysWhy() {
        fail(new RequestFailure(FailureKind.NOT_TRIED, "not tried"));
        assertThat(attempt().tries()).isZero();
        assertThat(attempt().again()).isFalse();

        exchange.removeVariable(Variables.FAILURE);
        fail(new RequestFailure(FailureKind.SERVER_ERROR, "out of order"));
        fail(new RequestFailure(FailureKind.NOT_TRIED, "not tried"));
        assertThat(attempt().tries()).isOne();
        assertThat(attempt().failure()).hasMessage("out of order");
        assertThat(attempt().again()).isFalse();
    }

    @Test
    void waitsAsLongAsTheApiAsksAndSoDoesEveryRequestOfTheToken() {
        fail(new RequestFailure(FailureKind.BUSY, "busy", Optional.of(Duration.ofSeconds(90))));

        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(90_000L);
        assertThat(pauses.remaining(acme.organization())).isEqualTo(Duration.ofSeconds(90));
        assertThat(pauses.remaining(request("token of another").organization())).isZero();
    }

    @Test
    void saysOnceUntilWhenAndThatIsAQuarterOfAnHourAtMost() {
        fail(new RequestFailure(FailureKind.BUSY, "busy", Optional.of(Duration.ofHours(2))));
        fail(new RequestFailure(FailureKind.BUSY, "busy", Optional.of(Duration.ofHours(2))));

        assertThat(pauses.remaining(acme.organization())).isEqualTo(Duration.ofMinutes(15));
        assertThat(log.lines())
                .containsExactly(
                        "the API, asked with the token of acme: it asks for a pause until %s. What is due waits for that, or for its next try"
                                .formatted(Breakers.print(CLOCK.instant().plus(Duration.ofMinutes(15)))));
    }

    /** Others should not find out anew. */
    @Test
    void theLastRefusalPausesTheTokenToo() {
        for (int tries = 1; tries < FailureKind.BUSY.tries(); tries++) {
            fail(new RequestFailure(FailureKind.BUSY, "busy", Optional.of(Duration.ZERO)));
        }
        fail(new RequestFailure(FailureKind.BUSY, "busy", Optional.of(Duration.ofSeconds(90))));

        assertThat(attempt().again()).isFalse();
        assertThat(pauses.remaining(acme.organization())).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aServerThatIsOutOfOrderPausesNobodyElse() {
        fail(new RequestFailure(FailureKind.SERVER_ERROR, "out of order"));

        assertThat(pauses.remaining(acme.organization())).isZero();
    }

    @Test
    void theLatestFailureCounts() {
        fail(new RequestFailure(FailureKind.SERVER_ERROR, "out of order"));
        fail(new RequestFailure(FailureKind.DENIED, "no"));

        assertThat(attempt().failure()).hasMessage("no");
        assertThat(attempt().again()).isFalse();
    }

    private void fail(RequestFailure failure) {
        exchange.setVariable(Variables.REQUEST, acme);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        failures.process(exchange);
    }

    private Attempt attempt() {
        return exchange.getVariable(Variables.FAILURE, Attempt.class);
    }

    private static Request request(String token) {
        Organization organization = new Organization(
                "acme",
                "",
                "Acme Oy",
                new Secret("{{env:TOKEN}}", token),
                Optional.empty(),
                List.of(),
                Map.of(),
                Look.USUAL);
        return new Request("0001", organization, null, null, WINDOW, null, null, List.of(), true);
    }
}
