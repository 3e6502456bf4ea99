package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelet {@code http-sink}, calling a real server. */
class HttpSinkTest extends RouteTestSupport {

    private static final String BODY = "{\"rows\":[]}\n";
    private static final ScriptedApi.Reply OK = status(200, Map.of(), "{}");

    private final CountDownLatch end = new CountDownLatch(1);
    private final ServerSocket deaf = deaf();

    @Override
    String sinks() {
        return """
            out: { type: http, url: "%1$s/rows?a=b&httpMethod=GET", token: "{{env:TOKEN}}" }
              bare: { type: http, url: "%1$s/rows" }
              full: { type: http, url: "%1$s/{organization}/rows", method: PUT, token: "{{env:TOKEN}}", token-type: Token,
                headers: { X-Tenant: acme, X-Key: "{{env:TOKEN}}" }, signing-secret: "{{env:TOKEN}}" }
              quick: { type: http, url: "%1$s/rows", token: "{{env:TOKEN}}", response-timeout: 200ms }
              short: { type: http, url: "%1$s/rows", token: "{{env:TOKEN}}", total-timeout: 400ms }
              deaf: { type: http, url: "http://127.0.0.1:%2$d/", total-timeout: 500ms }
              mute: { type: http, url: "https://127.0.0.1:%2$d/", total-timeout: 500ms }
              mute-for-long: { type: http, url: "https://127.0.0.1:%2$d/", connect-timeout: 300ms }
              nowhere: { type: http, url: "https://receiver.invalid/rows" }
              refused: { type: http, url: "http://127.0.0.1:1/rows" }""".formatted(api.url(), deaf.getLocalPort());
    }

    /** Takes connections, but reads nothing. */
    private static ServerSocket deaf() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        deaf.close();
    }

    @Test
    void postsTheBodyWithWhatBelongsToIt() throws Exception {
        api.answers(OK);

        Exchange exchange = handOver("out", BODY);

        assertThat(exchange.getException()).isNull();
        ScriptedApi.Call call = api.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).hasToString("/rows?a=b&httpMethod=GET");
        assertThat(call.body()).isEqualTo(BODY);
        assertThat(call.headers().getFirst("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(call.headers().getFirst("Content-Length")).isEqualTo("" + BODY.length());
        assertThat(call.headers().getFirst("Idempotency-Key")).isEqualTo("r1-out-1");
        assertThat(call.headers().getFirst("X-Report-Run")).isEqualTo("r1");
        assertThat(call.headers().getFirst("User-Agent")).startsWith("chat-reports/");
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(StandardCharsets.UTF_8));
        assertThat(call.headers().getFirst("Content-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(sha) + ":");
        assertThat(call.headers()).doesNotContainKeys("Webhook-id", "Webhook-signature");
    }

    @Test
    void sendsNoTokenWhereThereIsNone() {
        api.answers(OK);

        handOver("bare", BODY);

        assertThat(api.calls().get(0).headers()).doesNotContainKey("Authorization");
    }

    /** A variable called TOKEN is there for somebody else; PATH always is. */
    @Test
    void whatASinkIsNotGivenIsNotLookedForInTheEnvironment() {
        assertThat(context.resolvePropertyPlaceholders("{{path:none}} {{PATH:none}}"))
                .isEqualTo("none none");
    }

    @Test
    void signsAndPutsAndAddsHeadersWhereAsked() throws Exception {
        api.answers(OK);

        Exchange exchange = handOver("full", BODY);

        assertThat(exchange.getException()).isNull();
        ScriptedApi.Call call = api.calls().get(0);
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.uri()).hasToString("/acme/rows");
        assertThat(call.headers().getFirst("Authorization")).isEqualTo("Token " + TOKEN);
        assertThat(call.headers().getFirst("X-Tenant")).isEqualTo("acme");
        assertThat(call.headers().getFirst("X-Key")).isEqualTo(TOKEN);
        String id = call.headers().getFirst("webhook-id");
        String signed = id + "." + call.headers().getFirst("webhook-timestamp") + "." + call.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(id).isEqualTo("r1-full-1");
        assertThat(call.headers().getFirst("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void givesTheStatusAndTheAddressAsReceiptAndNoHeader() {
        api.answers(status(
                201,
                Map.of(
                        "Location", "/rows/17",
                        "To", "thief@evil.test",
                        "CamelFileName", "../stolen",
                        "camelhttpuri", "http://evil.test",
                        "Set-Cookie", "session=stolen"),
                "{}"));

        Exchange exchange = handOver("out", BODY);
        handOver("out", BODY);

        assertThat(exchange.getVariable("receipt")).isEqualTo("201 /rows/17");
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(api.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.uri()).hasPath("/rows");
            assertThat(call.headers()).doesNotContainKeys("Cookie", "To");
        });
    }

    @Test
    void sendsNoHeaderThatCameAlong() {
        api.answers(OK);

        send("direct:sink-out", exchange -> {
            exchange.getMessage().setBody(artifact(BODY).toFile());
            exchange.getMessage()
                    .setHeaders(new HashMap<>(Map.of(
                            "Authorization", "Token of-the-api",
                            "X-Secret", "elsewhere",
                            "CamelHttpUri", "http://127.0.0.1:1/elsewhere",
                            "CamelHttpQuery", "injected=1",
                            "CamelHttpPath", "/elsewhere",
                            "CamelHttpMethod", "DELETE")));
            variables("out").forEach(exchange::setVariable);
        });

        ScriptedApi.Call call = api.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).hasToString("/rows?a=b&httpMethod=GET");
        assertThat(call.headers().get("Authorization")).containsExactly("Bearer " + TOKEN);
        assertThat(call.headers()).doesNotContainKey("X-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | ask its owner what it takes",
                "401 | check token and headers, and that they may write there",
                "404 | check url",
                "413 | lower batch",
                "429 | try later, or send fewer and larger calls",
                "500 | try later; if it lasts, ask its owner",
                "503 | try later; if it lasts, ask its owner"
            })
    void anyOtherStatusThanSuccessIsAFailureWithANextMove(int status, String nextMove) {
        api.answers(status(status, Map.of(), "so\r\nit\tsays"));

        assertThat(failure("out")).isEqualTo("the receiver answered %d: so it says; %s".formatted(status, nextMove));
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void saysWhenTheReceiverWantsToHearAgain() {
        api.answers(status(503, Map.of("Retry-After", "120"), ""));

        assertThat(failure("out")).startsWith("the receiver answered 503 (it asks to come back after 120); try later");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirectAndNamesItsHost(int status) {
        api.answers(status(status, Map.of("Location", "https://evil.test/steal?token"), ""));

        assertThat(failure("out"))
                .isEqualTo("the receiver answered %d: a redirect to evil.test, which is not followed;".formatted(status)
                        + " set url to the address that answers");
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void repeatsNoSecretAndNoMoreThanTheBeginning() {
        api.answers(status(400, Map.of(), "x".repeat(470) + TOKEN + " " + TOKEN + "y".repeat(100_000)));

        String cause = failure("full");

        assertThat(cause).contains("x*** ***y").hasSizeLessThan(600).doesNotContain("canary");
    }

    @Test
    void aCutConnectionIsSaid() {
        api.answers(exchange -> exchange.close());

        assertThat(failure("out"))
                .startsWith("the connection broke: ")
                .endsWith("whether it kept the call is not known");
    }

    @Test
    void anAnswerThatBreaksOffAfterASuccessIsOne() {
        api.answers(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThat(handOver("out", BODY).getException()).isNull();
    }

    @Test
    void aSilentReceiverIsGivenUp() {
        api.answers(exchange -> waitForTheEnd());

        assertThat(failure("quick"))
                .isEqualTo(
                        "the receiver was silent for longer than response-timeout; whether it kept the call is not known");
    }

    @Test
    void aReceiverThatDoesNotReadIsGivenUp() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(artifact("").toFile(), "rw")) {
            large.setLength(64 << 20);
        }

        Exchange exchange = send("direct:sink-deaf", folder.resolve("artifact").toFile(), variables("deaf"));

        assertThat(SinkCauses.words(exchange.getException()))
                .isEqualTo(
                        "the receiver did not take and answer the call within total-timeout; whether it kept it is not known");
    }

    @Test
    void aReceiverThatNeverAnswersTheTlsHandshakeIsGivenUp() {
        assertThat(failure("mute"))
                .isEqualTo(
                        "the receiver did not take and answer the call within total-timeout; whether it kept it is not known");
        assertThat(failure("mute-for-long"))
                .startsWith("no connection within connect-timeout: Connect to https://127.0.0.1:")
                .endsWith("; check url and whether the receiver is up");
    }

    @Test
    void aReceiverThatDripsItsAnswerIsGivenUp() {
        api.answers(exchange -> {
            exchange.sendResponseHeaders(500, 0);
            while (true) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause();
            }
        });

        assertThat(failure("short"))
                .isEqualTo(
                        "the receiver answered 500: an answer that broke off; try later; if it lasts, ask its owner");
    }

    @Test
    void aHostThatIsNotThereIsNamed() {
        assertThat(failure("nowhere")).isEqualTo("the host receiver.invalid is not known; check url and the network");
        assertThat(failure("refused"))
                .startsWith("no connection: Connect to http://127.0.0.1:1")
                .endsWith("check url and whether the receiver is up");
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() throws IOException {
        try {
            if (end.await(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("the test is over");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private String failure(String sink) {
        Exchange exchange = handOver(sink, BODY);
        assertThat(exchange.getException()).isNotNull();
        String words = SinkCauses.words(exchange.getException());
        assertThat(words).hasLineCount(1);
        return words;
    }

    private Exchange handOver(String sink, String content) {
        return send("direct:sink-" + sink, artifact(content).toFile(), variables(sink));
    }

    private Map<String, Object> variables(String sink) {
        return Map.of(
                "delivery",
                Delivery.pending("r1", sink, 1, "rows.json", SealedFile.missing(folder.resolve("artifact"))),
                "fileName",
                "rows.json",
                "key",
                "r1-" + sink + "-1",
                "mediaType",
                "application/json",
                "settings",
                Map.of("url", api.url() + "/acme/rows"));
    }

    private Path artifact(String content) {
        try {
            return Files.writeString(folder.resolve("artifact"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
