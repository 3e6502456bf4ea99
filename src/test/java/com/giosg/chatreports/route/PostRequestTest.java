package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The route {@code post-request}: what is sent, what is not, and what an answer leaves behind. */
class PostRequestTest extends RouteTestSupport {

    private static final Map<String, Object> HOSTILE = Map.of(
            "CamelHttpUri", "http://127.0.0.1:1/elsewhere",
            "CamelHttpQuery", "injected=1",
            "CamelHttpMethod", "DELETE",
            "CamelHttpPath", "/elsewhere",
            "Authorization", "Basic elsewhere",
            "Cookie", "session=elsewhere",
            "X-Secret", "elsewhere");

    @Test
    void sendsTheBodyAsPublishedAndNothingElse() {
        api.answers(FIGURES);
        Request request = request();

        Exchange exchange = post(request, HOSTILE);

        assertThat(exchange.getException()).isNull();
        ScriptedApi.Call call = api.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).hasToString(request.path());
        assertThat(call.body()).isEqualTo("{\"made\": \"up\"}");
        assertThat(call.headers().get("Authorization")).containsExactly("Token " + TOKEN);
        assertThat(call.headers().get("Accept")).containsExactly("application/json");
        assertThat(call.headers().get("Content-type")).containsExactly("application/json");
        assertThat(call.headers().getFirst("User-agent")).startsWith("chat-reports/");
        assertThat(call.headers()).doesNotContainKeys("Cookie", "X-secret");
    }

    @Test
    void leavesNoHeaderOfTheAnswerAndNoToken() {
        api.answers(status(
                200, Map.of("Subject", "hostile", "To", "attacker@evil.test", "CamelFileName", "../hostile"), "[]"));

        Exchange exchange = post(request(), HOSTILE);

        assertThat(exchange.getMessage().getHeaders()).isEmpty();
    }

    @Test
    void followsNoRedirectAndNamesItsHost() {
        api.answers(status(307, Map.of("Location", "https://evil.test/steal?token"), ""));

        RequestFailure failure = failure(post(request(), Map.of()));

        assertThat(failure.kind()).isEqualTo(FailureKind.REDIRECTED);
        assertThat(failure).hasMessage("the API answered 307: a redirect to evil.test");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void asksOnceAndReportsHowLongTheApiWantsToBeLeftAlone() {
        api.answers(status(503, Map.of("retry-after", "7"), "busy"));

        RequestFailure failure = failure(post(request(), Map.of()));

        assertThat(failure.kind()).isEqualTo(FailureKind.BUSY);
        assertThat(failure.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(7)));
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void repeatsWhatTheApiSaysOnOneLineWithoutTheToken() {
        api.answers(status(400, Map.of(), "no\n\tgranularity for " + TOKEN));

        assertThat(failure(post(request(), Map.of()))).hasMessage("the API answered 400: no granularity for ***");
    }

    @Test
    void neverRepeatsHalfAToken() {
        api.answers(status(400, Map.of(), "x".repeat(495) + TOKEN));

        assertThat(failure(post(request(), Map.of())).getMessage())
                .endsWith("xxx***")
                .doesNotContain(TOKEN.substring(0, 2));
    }

    @Test
    void understandsAnAnswerWithoutABody() {
        api.answers(status(204, Map.of(), ""));

        RequestFailure failure = failure(post(request(), Map.of()));

        assertThat(failure).hasMessage("the API answered 204");
        assertThat(failure.kind()).isEqualTo(FailureKind.SHAPE_CHANGED);
    }

    @Test
    void sendsNothingThatIsNotStrictJson() {
        api.answers(FIGURES);

        Exchange exchange = send("direct:post-request", "{\"made\": up}", variables(request()));

        assertThat(exchange.getException()).isNotNull();
        assertThat(api.calls()).isEmpty();
    }

    private Request request() {
        return openRun().requests().get(0);
    }

    private Exchange post(Request request, Map<String, Object> headers) {
        return send("direct:post-request", exchange -> {
            exchange.getMessage().setBody("{\"made\": \"up\"}");
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            variables(request).forEach(exchange::setVariable);
        });
    }

    private static Map<String, Object> variables(Request request) {
        return Map.of(Variables.REQUEST, request);
    }

    private static RequestFailure failure(Exchange exchange) {
        return exchange.getException(RequestFailure.class);
    }
}
