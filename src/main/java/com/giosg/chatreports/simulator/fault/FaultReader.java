package com.giosg.chatreports.simulator.fault;

import com.giosg.chatreports.simulator.exchange.Content;
import com.giosg.chatreports.simulator.exchange.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the text of a fault. */
final class FaultReader {

    private final String text;
    private final Map<FaultKey, List<String>> settings = new EnumMap<>(FaultKey.class);

    FaultReader(String text) {
        this.text = text;
        for (String setting : text.split(",", -1)) {
            int equals = setting.indexOf('=');
            FaultKey key = FaultKey.of((equals < 0 ? setting : setting.substring(0, equals)).strip());
            if (key.value().isEmpty() != (equals < 0)) {
                throw new IllegalArgumentException(
                        key.value().isEmpty()
                                ? "`" + key.id() + "` stands alone, without a value"
                                : "`" + key.id() + "` needs a value: " + key.id() + "=" + key.value());
            }
            settings.computeIfAbsent(key, unused -> new ArrayList<>()).add(setting.substring(equals + 1));
        }
    }

    Fault read() {
        return fault(Map.of());
    }

    Fault read(String body) {
        Effect replacement = (request, answer) -> answer.withContent(Content.of(body));
        settings.put(FaultKey.BODY, List.of(body));
        return fault(Map.of(FaultKey.BODY, replacement));
    }

    private Fault fault(Map<FaultKey, Effect> given) {
        int skip = number(FaultKey.SKIP, 0);
        int times = number(FaultKey.TIMES, Integer.MAX_VALUE);
        return new Fault(text, matcher(), skip, times, effects(given));
    }

    private Predicate<Request> matcher() {
        Predicate<Request> matcher = request -> true;
        for (String path : all(FaultKey.PATH)) {
            matcher = matcher.and(request -> request.path().contains(path));
        }
        for (String method : all(FaultKey.METHOD)) {
            matcher = matcher.and(request -> request.method().equals(method));
        }
        for (String part : all(FaultKey.CONTAINS)) {
            matcher = matcher.and(request -> request.body().contains(part));
        }
        return matcher;
    }

    private List<Effect> effects(Map<FaultKey, Effect> given) {
        List<Effect> effects = new ArrayList<>();
        settings.forEach((key, values) -> {
            if (given.containsKey(key)) {
                effects.add(given.get(key));
            } else if (key.changesAnswers()) {
                values.forEach(value -> effects.add(effect(key, value)));
            }
        });
        return List.copyOf(effects);
    }

    private Effect effect(FaultKey key, String value) {
        return key == FaultKey.ROWS
                ? new SyntheticRows(FaultValue.number(key, value), number(FaultKey.SUBJECTS, 1))
                : Effects.of(key, value);
    }

    private List<String> all(FaultKey key) {
        return settings.getOrDefault(key, List.of());
    }

    private int number(FaultKey key, int otherwise) {
        List<String> values = all(key);
        return values.isEmpty() ? otherwise : FaultValue.number(key, values.get(0));
    }
}
