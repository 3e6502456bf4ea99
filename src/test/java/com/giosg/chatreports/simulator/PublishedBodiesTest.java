package com.giosg.chatreports.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.world.Chat;
import com.giosg.chatreports.simulator.world.Event;
import com.giosg.chatreports.simulator.world.Order;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.simulator.world.Participant;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body that Giosg publishes is answered, with figures that are computed here from the raw chats and events. */
class PublishedBodiesTest extends SimulatorTestSupport {

    private static final Instant START = Instant.parse("2020-10-28T22:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2020-10-29T22:00:00Z");
    private static final Instant END = Instant.parse("2020-10-30T22:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2020-11-30T22:00:00Z");
    private static final Instant JANUARY = Instant.parse("2020-12-31T22:00:00Z");

    static Stream<String[]> published() throws IOException {
        return text("index.tsv").lines().skip(1).map(line -> line.split("\t", -1));
    }

    @ParameterizedTest
    @MethodSource("published")
    void answers_each_at_its_address(String file, String method, String url) throws Exception {
        String path = url.replace("https://api.giosg.com", "").replace("<organization_id>", Organizations.ACME.id());
        HttpResponse<String> response = client.post(path, body(file));
        assertThat(method).isEqualTo("POST");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        boolean impossible = file.startsWith("short_chats");
        boolean workflow = path.endsWith("/query/");
        if (!workflow) {
            assertThat(Client.json(response).path("data").isEmpty()).isEqualTo(impossible);
        }
    }

    @Test
    void counts_real_chats_per_day() throws Exception {
        JsonNode data = client.chatSessions(body("real_chats.org.sample.json")).path("data");
        assertThat(data)
                .hasToString("[[\"2020-10-29T00:00:00.000+02:00\","
                        + realChats(START, MIDNIGHT).size() + "],[\"2020-10-30T00:00:00.000+02:00\","
                        + realChats(MIDNIGHT, END).size() + "]]");
    }

    @Test
    void adds_up_each_users_sales_after_joining() throws Exception {
        String body = body("sales_in_real_chats.user.json").replace("\"day\"", "\"all\"");
        JsonNode data = client.chatSessions(body).path("data");
        assertThat(data).hasSizeGreaterThan(5);
        for (JsonNode row : data) {
            assertThat(row.path(1).decimalValue())
                    .isEqualByComparingTo(sales(row.path(0).asText()));
        }
    }

    @Test
    void averages_sales_over_real_chats_with_an_order() throws Exception {
        String body = body("average_purchase_value_in_real_chats.org.json").replace("\"day\"", "\"all\"");
        List<Chat> buying = realChats(START, END).stream()
                .filter(chat -> !chat.orders().isEmpty() && isInRoom(chat))
                .toList();
        double sum = buying.stream()
                .flatMap(chat -> chat.orders().stream())
                .mapToDouble(order -> order.sales().doubleValue())
                .sum();
        assertThat(client.chatSessions(body).path("data").path(0).path(0).doubleValue())
                .isCloseTo(sum / buying.size(), within(1e-6));
    }

    @Test
    void averages_the_wait_of_trusted_events() throws Exception {
        JsonNode data =
                client.events(body("average_response_wait_time.org.json")).path("data");
        double average = events(event -> event.category().equals("chat_session_response_wait_time")
                        && event.source().equals("trusted"))
                .mapToDouble(event -> event.value().doubleValue())
                .average()
                .orElseThrow();
        assertThat(data.path(0).path(0).doubleValue()).isCloseTo(average, within(1e-6));
    }

    @Test
    void counts_clicks_and_leaves_untrusted_ones_out() throws Exception {
        JsonNode data = client.events(body("bot_clicks.org.json")).path("data");
        Predicate<Event> clicks = event -> event.category().equals("chat_message_attachment_click_action");
        long trusted =
                events(clicks.and(event -> event.source().equals("trusted"))).count();
        assertThat(data).hasToString("[[" + trusted + "]]");
        assertThat(events(clicks).count()).isGreaterThan(trusted);
    }

    @Test
    void averages_a_number_kept_as_text_in_the_workflow_api() throws Exception {
        JsonNode answer = client.workflow(body("average_first_message_sent.org.json"));
        double average = simulator.world().events(Organizations.ACME, START, END).stream()
                .filter(event -> event.action().equals("first_message_sent"))
                .mapToDouble(event -> Double.parseDouble(event.dim1().orElseThrow()))
                .average()
                .orElseThrow();
        assertThat(answer).hasSize(1);
        assertThat(answer.path("avg_dim1").doubleValue()).isCloseTo(average, within(1e-6));
    }

    private List<Chat> realChats(Instant start, Instant end) {
        return simulator.world().chats(Organizations.ACME, start, end).stream()
                .filter(chat -> List.of("visitor", "external").contains(chat.type()))
                .filter(chat -> chat.userMessages() >= 2 && chat.visitorMessages() >= 1)
                .toList();
    }

    private static boolean isInRoom(Chat chat) {
        return chat.roomIds().contains(Organizations.ACME.rooms().get(0).id());
    }

    private BigDecimal sales(String userId) {
        BigDecimal sales = BigDecimal.ZERO;
        for (Chat chat : realChats(START, END)) {
            for (Participant participant : chat.participants()) {
                if (isInRoom(chat) && participant.userId().equals(userId)) {
                    sales = sales.add(chat.orders().stream()
                            .filter(order -> order.time().isAfter(participant.joined()))
                            .map(Order::sales)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
                }
            }
        }
        return sales;
    }

    private Stream<Event> events(Predicate<Event> which) {
        return simulator.world().events(Organizations.ACME, DECEMBER, JANUARY).stream()
                .filter(which);
    }

    private static String body(String file) throws IOException {
        return text(file)
                .replace("<room_id_here>", Organizations.ACME.rooms().get(0).id())
                .replace("<organization_id>", Organizations.ACME.id());
    }

    private static String text(String file) throws IOException {
        try (InputStream in = PublishedBodiesTest.class.getResourceAsStream("/published-bodies/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
