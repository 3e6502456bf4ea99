package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelet {@code http-probe}: it finds out what can be found out without delivering anything. */
class HttpProbeTest extends RouteTestSupport {

    private static final String SETTING = "camel.kamelet.http-probe.probed.";

    @Override
    protected RouteBuilder createRouteBuilder() {
        Map.of(
                        "url", "${variable.settings[url]}",
                        "token", "{{env:TOKEN}}",
                        "headers", "X-Tenant: acme\nX-Key: {{env:TOKEN}}",
                        "response-timeout", "200ms")
                .forEach((name, value) -> context.getPropertiesComponent().addOverrideProperty(SETTING + name, value));
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:probe").errorHandler(noErrorHandler()).to("kamelet:http-probe/probed");
            }
        };
    }

    @Test
    void asksWithTheTokenAndDeliversNothing() {
        api.answers(status(204, Map.of("X-Hostile", "yes"), ""));

        Exchange exchange = probe();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        ScriptedApi.Call call = api.calls().get(0);
        assertThat(call.method()).isEqualTo("HEAD");
        assertThat(call.uri()).hasToString("/acme/rows");
        assertThat(call.body()).isEmpty();
        assertThat(call.headers().getFirst("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(call.headers().getFirst("X-Tenant")).isEqualTo("acme");
        assertThat(call.headers().getFirst("X-Key")).isEqualTo(TOKEN);
        assertThat(call.headers()).doesNotContainKeys("Idempotency-key", "Content-digest", "X-stale");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 405, 411, 415, 422, 429, 501})
    void aReceiverThatIsThereAndLetsUsInWillDo(int status) {
        api.answers(status(status, Map.of(), ""));

        assertThat(probe().getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 407, 500, 502, 503})
    void oneThatIsNotThereOrDoesNotLetUsInWillNot(int status) {
        api.answers(status(status, Map.of("Location", "https://evil.test/"), ""));

        assertThat(SinkCauses.words(probe().getException())).startsWith("the receiver answered " + status);
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void oneThatCannotBeReachedWillNot() {
        api.close();

        assertThat(SinkCauses.words(probe().getException())).startsWith("no connection: ");
    }

    private Exchange probe() {
        return send("direct:probe", exchange -> {
            exchange.getMessage().setHeader("X-Stale", "elsewhere");
            exchange.setVariable("settings", Map.of("url", api.url() + "/acme/rows"));
        });
    }
}
