package com.giosg.chatreports.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.simulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends SimulatorTestSupport {

    private static final String QUESTION = """
            {"interval": {"start": "2020-10-01T00:00:00.000+03:00", "end": "2020-10-31T23:59:59.999+02:00",
                          "time_zone": "Europe/Helsinki"},
             "granularity": "hour", "group_by": ["user_id"],
             "aggregations": [{"type": "count", "fields": ["chat_session_id"]}],
             "filters": {"type": "selector", "dimension": "scope", "value": "user"}}
            """;

    @Test
    void answers_a_status_with_retry_after_so_many_times_at_one_path() throws Exception {
        simulator.faults().add("status=503,retry-after=2,times=2,path=chat_sessions");
        assertThat(client.get("/api/v5/users/me").statusCode()).isEqualTo(200);
        HttpResponse<String> first = ask();
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(ask().statusCode()).isEqualTo(503);
        assertThat(ask().statusCode()).isEqualTo(200);
    }

    @Test
    void applies_the_first_fault_that_is_not_used_up() throws Exception {
        simulator.faults().add("status=500,times=1");
        simulator.faults().add("status=429,skip=1,times=1");
        List<Integer> statuses =
                List.of(ask().statusCode(), ask().statusCode(), ask().statusCode(), ask().statusCode());
        assertThat(statuses).containsExactly(500, 200, 429, 200);
        simulator.faults().add("status=500");
        simulator.faults().clear();
        assertThat(ask().statusCode()).isEqualTo(200);
    }

    @Test
    void picks_requests_by_method_and_by_what_they_ask() throws Exception {
        simulator.faults().add("status=500,method=POST,contains=count,contains=user_id");
        simulator.faults().add("status=502,contains=order_count");
        assertThat(ask().statusCode()).isEqualTo(500);
        assertThat(client.get("/api/v5/users/me").statusCode()).isEqualTo(200);
        assertThat(client.post(client.sessionsPath(), QUESTION.replace("\"user_id\"", ""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void dates_retry_after_ahead_of_its_own_date() throws Exception {
        simulator.faults().add("status=429,retry-after-date=30");
        HttpResponse<String> response = ask();
        assertThat(Duration.between(date(response, "Date"), date(response, "Retry-After")))
                .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
    }

    @Test
    void redirects() throws Exception {
        simulator.faults().add("redirect=http://elsewhere.example/x,times=1");
        HttpResponse<String> response = ask();
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("http://elsewhere.example/x");
        simulator.faults().add("status=307,redirect=http://elsewhere.example/x");
        assertThat(ask().statusCode()).isEqualTo(307);
    }

    @Test
    void adds_hostile_headers() throws Exception {
        simulator.faults().add("header=To: attacker@example.com,header=CamelFileName:../x");
        HttpResponse<String> response = ask();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("To")).hasValue("attacker@example.com");
        assertThat(response.headers().firstValue("CamelFileName")).hasValue("../x");
    }

    @Test
    void answers_a_web_page_with_status_200_or_another() throws Exception {
        simulator.faults().add("body=html,times=1");
        simulator.faults().add("status=502,body=html");
        HttpResponse<String> response = ask();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(ask().statusCode()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"body=garbage", "body=broken", "trailing= trailing", "values=NaN"})
    void answers_what_is_no_json(String fault) throws Exception {
        simulator.faults().add(fault);
        HttpResponse<String> response = ask();
        assertThat(response.statusCode()).isEqualTo(200);
        JsonMapper strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        assertThatThrownBy(() -> strict.readTree(response.body())).isInstanceOf(JsonParseException.class);
    }

    @Test
    void replaces_every_number() throws Exception {
        simulator.faults().add("values=-Infinity");
        JsonMapper lenient = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        JsonNode answer = lenient.readTree(ask().body());
        assertThat(answer.path("fields").path(2).path("name").asText()).isEqualTo("count");
        assertThat(answer.path("data"))
                .isNotEmpty()
                .allMatch(row -> row.path(2).doubleValue() == Double.NEGATIVE_INFINITY);
    }

    @Test
    void answers_nothing() throws Exception {
        simulator.faults().add("body=empty");
        HttpResponse<String> response = ask();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void answers_any_body_that_a_test_needs() throws Exception {
        simulator.faults().add(Fault.parse("status=400", "{\"fields\": [], \"data\": [,]}"));
        assertThat(ask().body()).isEqualTo("{\"fields\": [], \"data\": [,]}");
        assertThat(simulator.journal().entries("chat_sessions").get(0).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut=0", "cut=100", "chunked,cut=100", "cut=10000", "chunked,cut=10000", "drop"})
    void cuts_the_connection(String fault) {
        simulator.faults().add(fault);
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void sends_what_comes_before_the_cut() throws Exception {
        simulator.faults().add("chunked,cut=100");
        HttpResponse<InputStream> response =
                client.http().send(question().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(100)).hasSize(100);
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void changes_nothing_but_the_framing_when_chunked() throws Exception {
        String ordinary = ask().body();
        simulator.faults().add("chunked");
        HttpResponse<String> response = ask();
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        assertThat(response.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
        assertThat(response.body()).isEqualTo(ordinary);
    }

    @Test
    void drips_the_whole_answer() throws Exception {
        String ordinary = ask().body();
        simulator.faults().add("drip=997/1ms");
        assertThat(ask().body()).isEqualTo(ordinary);
    }

    @Test
    void can_be_silent_for_longer_than_any_client_is_patient() {
        simulator.faults().add("delay=10m");
        HttpRequest request = question().timeout(Duration.ofMillis(300)).build();
        assertThatThrownBy(() -> client.send(request)).isInstanceOf(HttpTimeoutException.class);
        assertThat(simulator.journal().entries()).hasSize(1);
    }

    @Test
    void lets_a_delayed_answer_through() throws Exception {
        simulator.faults().add("delay=1ms");
        assertThat(ask().statusCode()).isEqualTo(200);
    }

    @Test
    void ends_every_wait_when_it_is_closed() throws Exception {
        simulator.faults().add("drip=5/10m");
        HttpResponse<InputStream> response =
                client.http().send(question().build(), HttpResponse.BodyHandlers.ofInputStream());
        simulator.close();
        try (InputStream body = response.body()) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void streams_an_answer_of_any_size() throws Exception {
        simulator.faults().add("rows=300000,subjects=500,path=chat_sessions");
        HttpResponse<InputStream> response =
                client.http().send(question().build(), HttpResponse.BodyHandlers.ofInputStream());
        long cells = 0;
        try (JsonParser parser = new JsonMapper().createParser(response.body())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                cells += token == JsonToken.VALUE_NUMBER_INT ? 1 : 0;
            }
        }
        assertThat(cells).isEqualTo(300_000);
    }

    @Test
    void makes_up_rows_in_the_asked_columns_and_buckets() throws Exception {
        simulator.faults().add("rows=3,subjects=2");
        JsonNode answer = client.chatSessions(QUESTION);
        assertThat(answer.path("data"))
                .hasToString("[[\"2020-10-01T00:00:00.000+03:00\",\"00000000-0000-4000-8000-000000000000\",0],"
                        + "[\"2020-10-01T00:00:00.000+03:00\",\"00000000-0000-4000-8000-000000000001\",1],"
                        + "[\"2020-10-01T01:00:00.000+03:00\",\"00000000-0000-4000-8000-000000000000\",2]]");
    }

    @Test
    void says_how_many_buckets_so_many_rows_need() throws Exception {
        simulator.faults().add("rows=1000000,subjects=5");
        HttpResponse<String> response = ask();
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("need 200000 buckets, but 745 were asked");
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        return client.send(question().build());
    }

    private HttpRequest.Builder question() {
        return client.request(client.sessionsPath())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION));
    }

    private static ZonedDateTime date(HttpResponse<?> response, String header) {
        return ZonedDateTime.parse(
                response.headers().firstValue(header).orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
