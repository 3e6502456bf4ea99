package com.giosg.chatreports.ledger;

import java.util.Optional;

/** Who is handed an artifact, in words. */
public final class Addressee {

    private Addressee() {}

    /** The sink, with the team where it is one of several that it is handed something for, e.g. {@code leads (Sales)}. */
    public static String of(Delivery delivery) {
        return of(delivery.sink(), delivery.team());
    }

    /** The same of what is not made yet. */
    public static String of(String sink, Optional<String> team) {
        return team.map(name -> "%s (%s)".formatted(sink, name)).orElse(sink);
    }
}
