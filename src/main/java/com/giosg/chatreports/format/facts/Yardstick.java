package com.giosg.chatreports.format.facts;

import com.giosg.chatreports.config.Target;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What figures are measured by, and those that buckets do not make.
 *
 * @param before the window before, where the organization's figures are compared with it
 * @param earlier its rows, as far as they could be had
 * @param whole rows that have the whole window as one bucket: of averages, which those of its buckets do not make
 * @param targets by the id of the metric
 * @param neverZero in how many reports before this one a metric of the organization was known and other than 0, by its id; none
 *     where one of them had a 0
 */
public record Yardstick(
        Optional<Window> before,
        List<Part> earlier,
        List<Part> whole,
        Map<String, Target> targets,
        Map<String, Integer> neverZero) {

    /** Figures speak for themselves. */
    public static final Yardstick NONE = new Yardstick(Optional.empty(), List.of(), List.of(), Map.of(), Map.of());

    /** Measured by nothing, with averages of the whole window. */
    static Yardstick ofAverages(List<Part> whole) {
        return new Yardstick(Optional.empty(), List.of(), whole, Map.of(), Map.of());
    }

    /** Whether there is anything to measure by. */
    public boolean isNone() {
        return before.isEmpty() && targets.isEmpty();
    }
}
