package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Content;
import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.fault.Faults;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Receives every request: writes it down, has it answered, lets the faults at the answer, and sends what is left. */
public final class FrontDesk implements HttpHandler {

    private static final System.Logger LOGGER = System.getLogger(FrontDesk.class.getName());

    /** Far above any query; it keeps a client gone mad from filling the memory. */
    static final int LONGEST_BODY = 1 << 20;

    /** The server's codes in place of a length. */
    private static final long CHUNKED = 0;

    private static final long NO_BODY = -1;

    private final Api api;
    private final Faults faults;
    private final Journal journal;
    private final Pauses pauses;

    public FrontDesk(Api api, Faults faults, Journal journal, Pauses pauses) {
        this.api = api;
        this.faults = faults;
        this.journal = journal;
        this.pauses = pauses;
    }

    /** An exception from here makes the server close the connection at once, which is how answers are cut off. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Request request = request(exchange);
        long number = journal.record(request);
        Answer answer = answer(request);
        pauses.pause(answer.pace().beforeFirstByte());
        journal.answered(number, answer.status());
        if (answer.status() == Answer.NONE) {
            throw new IOException("dropped on purpose");
        }
        send(answer, exchange);
    }

    /** The JDK's server would swallow a defect of ours and hang up. */
    private Answer answer(Request request) {
        try {
            return faults.apply(request, api.answer(request));
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "no answer to " + request.method() + " " + request.uri(), e);
            return Answer.json(500, Content.of("{\"detail\":\"A defect of the simulator; see its log.\"}"));
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    /** Closes the exchange only when all went well: closing a chunked body would make a cut one look complete. */
    private void send(Answer answer, HttpExchange exchange) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean empty = isEmpty(answer) || exchange.getRequestMethod().equals("HEAD");
        long length = answer.content().length().orElse(CHUNKED);
        exchange.sendResponseHeaders(answer.status(), empty ? NO_BODY : length);
        if (!empty) {
            answer.content().writeTo(new DrippingStream(exchange.getResponseBody(), answer.pace(), pauses));
        }
        exchange.close();
    }

    private static boolean isEmpty(Answer answer) {
        boolean forbidden = answer.status() < 200 || answer.status() == 204 || answer.status() == 304;
        return forbidden || answer.content().length().equals(OptionalLong.of(0));
    }
}
