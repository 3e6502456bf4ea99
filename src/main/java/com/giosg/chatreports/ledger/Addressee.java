package com.giosg.chatreports.ledger;

/** Who is handed an artifact, in words. */
public final class Addressee {

    private Addressee() {}

    /** The sink, with the team where it is one of several that it is handed something for, e.g. {@code leads (Sales)}. */
    public static String of(Delivery delivery) {
        return delivery.team()
                .map(team -> "%s (%s)".formatted(delivery.sink(), team))
                .orElse(delivery.sink());
    }
}
