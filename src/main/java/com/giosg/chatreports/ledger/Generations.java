package com.giosg.chatreports.ledger;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Which deliveries say what became of a run: those of the generation that was made last. A refill begins a generation long
 * before it makes anything, and maybe in vain: until then what went out before is what there is. A report that is made anew
 * replaces it from the start.
 */
public final class Generations {

    private Generations() {}

    /** Those that were made last. */
    public static List<Delivery> latest(Run run, List<Delivery> deliveries) {
        return latest(run, deliveries, Delivery::generation);
    }

    /** Those that were made last, and what arrived of earlier ones. */
    public static List<Delivery> known(Run run, List<Delivery> deliveries) {
        int last = last(run, deliveries, Delivery::generation);
        return deliveries.stream()
                .filter(delivery -> delivery.generation() == last || delivery.state() == Delivery.State.CONFIRMED)
                .toList();
    }

    /** Of whatever belongs to generations, what was made last. */
    static <T> List<T> latest(Run run, List<T> made, ToIntFunction<T> generation) {
        int last = last(run, made, generation);
        return made.stream().filter(each -> generation.applyAsInt(each) == last).toList();
    }

    private static <T> int last(Run run, List<T> made, ToIntFunction<T> generation) {
        int oldest = run.refilling().isPresent() ? run.generation() - 1 : run.generation();
        return Math.max(oldest, made.stream().mapToInt(generation).max().orElse(oldest));
    }
}
