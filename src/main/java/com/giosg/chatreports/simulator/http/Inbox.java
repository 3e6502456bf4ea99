package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Not Giosg's: a receiver for whatever is posted to {@code /inbox/<name>} with the right token. A repeat, told by its
 * {@code Idempotency-Key}, is answered, but not kept twice. The oldest messages are forgotten beyond a limit.
 */
public final class Inbox {

    private static final Pattern PATH = Pattern.compile("/inbox/([A-Za-z0-9._-]{1,100})");

    private final String token;
    private final int limit;
    private final Json json = new Json();
    private final Deque<Message> messages = new ArrayDeque<>();

    /**
     * Nothing arrived so far.
     *
     * @param token the bearer token that opens every inbox
     * @param limit as many messages are kept in all
     */
    public Inbox(String token, int limit) {
        this.token = token;
        this.limit = limit;
    }

    /**
     * Something that arrived.
     *
     * @param inbox name of the inbox
     * @param key what tells a repeat; empty: nothing does
     */
    public record Message(String inbox, String key, Request request) {}

    /** What one inbox holds, the oldest first. */
    public synchronized List<Message> messages(String inbox) {
        return messages.stream()
                .filter(message -> message.inbox().equals(inbox))
                .toList();
    }

    boolean owns(Request request) {
        return request.path().startsWith("/inbox/");
    }

    Answer answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            throw Refusal.of(404, "Not found.");
        }
        if (!request.header("Authorization").orElse("").equals("Bearer " + token)) {
            throw Refusal.of(401, "The inbox needs its token: Authorization: Bearer <token>.");
        }
        return switch (request.method()) {
            case "POST", "PUT" -> keep(path.group(1), request);
            case "GET", "HEAD" -> json.answer(200, list(path.group(1)));
            default -> throw Refusal.ofMethod(request.method(), "GET, HEAD, POST, PUT");
        };
    }

    private synchronized Answer keep(String inbox, Request request) {
        long length = request.header("Content-Length").map(Long::parseLong).orElse(0L);
        if (length > FrontDesk.LONGEST_BODY) {
            throw Refusal.of(413, "A message has at most %d bytes.".formatted(FrontDesk.LONGEST_BODY));
        }
        Message message = new Message(inbox, request.header("Idempotency-Key").orElse(""), request);
        boolean repeat = !message.key().isEmpty()
                && messages.stream()
                        .anyMatch(known ->
                                known.inbox().equals(inbox) && known.key().equals(message.key()));
        if (!repeat) {
            messages.add(message);
        }
        if (messages.size() > limit) {
            messages.removeFirst();
        }
        return json.answer(repeat ? 200 : 201, Map.of("kept", messages(inbox).size()));
    }

    private List<Map<String, Object>> list(String inbox) {
        return messages(inbox).stream().map(Inbox::view).toList();
    }

    private static Map<String, Object> view(Message message) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", message.key());
        view.put("run", message.request().header("X-Report-Run").orElse(""));
        view.put("type", message.request().header("Content-Type").orElse(""));
        view.put("body", message.request().body());
        return view;
    }
}
