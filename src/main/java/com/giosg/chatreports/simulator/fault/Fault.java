package com.giosg.chatreports.simulator.fault;

import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Request;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that goes wrong with some requests.
 *
 * @param text as written, e.g. {@code status=503,retry-after=2,times=3,path=chat_sessions}
 * @param matcher which requests it is about
 * @param skip so many of them are spared first
 * @param times so many of them are hit then
 * @param effects what happens to their answers, in order
 */
public record Fault(String text, Predicate<Request> matcher, int skip, int times, List<Effect> effects) {

    /**
     * Reads a fault: {@link FaultKey}s with their values, separated by commas.
     *
     * @throws IllegalArgumentException for an unknown key or a value that does not fit, saying what would
     */
    public static Fault parse(String text) {
        return new FaultReader(text).read();
    }

    /** As {@link #parse(String)}, with that body in place of the ordinary one; for bodies that hold commas. */
    public static Fault parse(String text, String body) {
        return new FaultReader(text).read(body);
    }

    Answer apply(Request request, Answer ordinary) {
        Answer answer = ordinary;
        for (Effect effect : effects) {
            answer = effect.apply(request, answer);
        }
        return answer;
    }

    @Override
    public String toString() {
        return text;
    }
}
