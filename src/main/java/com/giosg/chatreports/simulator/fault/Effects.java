package com.giosg.chatreports.simulator.fault;

import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Content;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** What each key does to an answer. */
final class Effects {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final String GATEWAY_PAGE = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>"
            + "<body><h1>Bad Gateway</h1><p>The server said \"no\" &amp; left.</p></body></html>\n";

    private Effects() {}

    static Effect of(FaultKey key, String value) {
        return switch (key) {
            case STATUS -> status(FaultValue.number(key, value));
            case RETRY_AFTER -> header("Retry-After", value);
            case RETRY_AFTER_DATE -> retryAfterDate(FaultValue.number(key, value));
            case REDIRECT -> redirect(value);
            case HEADER -> header(key, value);
            case BODY -> body(key, value);
            case VALUES -> new RawNumbers(value);
            case TRAILING -> (request, answer) -> answer.withContent(Contents.followedBy(answer.content(), value));
            case CHUNKED -> (request, answer) -> answer.withContent(Content.chunked(answer.content()::writeTo));
            case CUT -> cut(FaultValue.number(key, value));
            case DRIP -> drip(key, value);
            case DELAY -> delay(FaultValue.duration(key, value));
            case DROP -> (request, answer) -> answer.withStatus(Answer.NONE);
            default -> throw new IllegalArgumentException("`" + key.id() + "` does nothing to an answer");
        };
    }

    private static Effect status(int status) {
        return (request, answer) ->
                Answer.json(status, Content.of("{\"detail\":\"The simulator was told to answer " + status + ".\"}"));
    }

    /** Measured from the system clock, because that is what the server's own Date header shows. */
    private static Effect retryAfterDate(int seconds) {
        return (request, answer) -> answer.withHeader(
                "Retry-After",
                HTTP_DATE.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds)));
    }

    private static Effect redirect(String location) {
        return (request, answer) -> {
            boolean redirects = answer.status() >= 300 && answer.status() < 400;
            return answer.withStatus(redirects ? answer.status() : 302).withHeader("Location", location);
        };
    }

    private static Effect header(FaultKey key, String value) {
        int colon = value.indexOf(':');
        if (colon < 1) {
            throw FaultValue.wrong(key, value);
        }
        return header(value.substring(0, colon), value.substring(colon + 1).strip());
    }

    private static Effect header(String name, String value) {
        return (request, answer) -> answer.withHeader(name, value);
    }

    private static Effect body(FaultKey key, String kind) {
        return switch (kind) {
            case "html" ->
                (request, answer) -> answer.withContent(Content.of(GATEWAY_PAGE))
                        .withHeader("Content-Type", "text/html; charset=utf-8");
            case "garbage" -> (request, answer) -> answer.withContent(Content.of(garbage()));
            case "empty" -> (request, answer) -> answer.withContent(Content.of(""));
            case "broken" -> (request, answer) -> answer.withContent(Contents.firstHalf(answer.content()));
            default -> throw FaultValue.wrong(key, kind);
        };
    }

    /** Always the same bytes, no valid UTF-8 among them. */
    private static byte[] garbage() {
        byte[] bytes = new byte[256];
        new Random(256).nextBytes(bytes);
        bytes[0] = (byte) 0xff;
        return bytes;
    }

    private static Effect cut(int bytes) {
        return (request, answer) -> answer.withContent(Contents.cut(answer.content(), bytes));
    }

    private static Effect drip(FaultKey key, String value) {
        int slash = value.indexOf('/');
        if (slash < 1) {
            throw FaultValue.wrong(key, value);
        }
        int bytes = FaultValue.number(key, value.substring(0, slash));
        Duration pause = FaultValue.duration(key, value.substring(slash + 1));
        return (request, answer) -> answer.withPace(answer.pace().dripping(bytes, pause));
    }

    private static Effect delay(Duration silence) {
        return (request, answer) -> answer.withPace(answer.pace().after(silence));
    }
}
