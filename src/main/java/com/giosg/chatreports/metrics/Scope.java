package com.giosg.chatreports.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a figure is broken down: for the whole organization, per team or per user. */
public enum Scope {
    ORG,
    TEAM,
    USER;

    /** As in configuration, templates and rows: {@code org}, {@code team}, {@code user}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
