package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a delivery is, and what became of its tries.
 *
 * @param detail the receipt once confirmed, the cause once failed or while it waits, else empty
 * @param earlier why it failed before, a line each, the latest last, {@value #KEPT} at most
 * @param slowPhase since it failed for a reason that may pass: how often so far, and when it is tried again
 */
public record DeliveryProgress(
        Delivery.State state, String detail, List<String> earlier, Optional<SlowPhase> slowPhase) {

    /** So many tries say whether it is always the same. */
    private static final int KEPT = 5;

    /** Not tried so far. */
    public static final DeliveryProgress NONE =
            new DeliveryProgress(Delivery.State.PENDING, "", List.of(), Optional.empty());

    DeliveryProgress in(Delivery.State next, String nextDetail) {
        return new DeliveryProgress(next, nextDetail, causes(), slowPhase);
    }

    DeliveryProgress waiting(String cause, SlowPhase phase) {
        return new DeliveryProgress(Delivery.State.WAITING, cause, causes(), Optional.of(phase));
    }

    /** What it waits for is over: the cause is one of the earlier ones from now on. */
    private List<String> causes() {
        if (state != Delivery.State.WAITING || detail.startsWith(Delivery.NOT_TRIED)) {
            return earlier;
        }
        return Stream.concat(
                        earlier.stream(),
                        Stream.of(String.join(" ", detail.lines().toList())))
                .skip(Math.max(0, earlier.size() + 1 - KEPT))
                .toList();
    }
}
