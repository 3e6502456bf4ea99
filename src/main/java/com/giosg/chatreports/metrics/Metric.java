package com.giosg.chatreports.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One of the figures that can be asked; read from the header of {@code templates/metrics/<id>.ftl}.
 *
 * @param id the name of the template, e.g. {@code real-chats}
 * @param title what readers see, e.g. {@code Real chats}
 * @param description what is counted, in one or two sentences
 * @param api the family that answers it
 * @param scopes the scopes it can be asked in, in the order of {@link Scope}
 * @param unit what one of it is, e.g. {@code chats}
 * @param aggregation how the figures come about
 * @param settlesAfter how long after the end of a bucket its figure can still change; zero for most
 * @param variantOf the metric that this one is another form of; variants are not part of {@code metrics: all}
 */
public record Metric(
        String id,
        String title,
        String description,
        Api api,
        Set<Scope> scopes,
        String unit,
        Aggregation aggregation,
        Duration settlesAfter,
        Optional<String> variantOf) {

    /** Where the template lies below the folder of the templates. */
    public String template() {
        return "metrics/" + id + ".ftl";
    }
}
