package com.giosg.chatreports.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be said about filters without asking the API. */
public final class FilterReasoning {

    /** {@code UNDECIDED}: too many combinations, or conditions of which too little is known. */
    public enum Answer {
        YES,
        NO,
        UNDECIDED
    }

    private FilterReasoning() {}

    /** Whether anything can pass the filter; conditions of an unknown kind are taken to hold. */
    public static Answer canMatch(Filter filter) {
        Optional<FilterSpace> space = FilterSpace.whereFreeConditionsHold(filter);
        if (space.isEmpty()) {
            return Answer.UNDECIDED;
        }
        return space.get().some(filter::matches) ? Answer.YES : Answer.NO;
    }

    /** Whether two filters always let the same through. */
    public static Answer areEquivalent(Filter left, Filter right) {
        Optional<FilterSpace> space = FilterSpace.ofBoth(left, right);
        if (space.isEmpty()) {
            return Answer.UNDECIDED;
        }
        if (!space.get().some(values -> left.matches(values) != right.matches(values))) {
            return Answer.YES;
        }
        return isFullyKnown(left) && isFullyKnown(right) ? Answer.NO : Answer.UNDECIDED;
    }

    /** The fewest conditions that already exclude everything; all of them are needed. Empty unless nothing can pass. */
    public static List<Filter> contradiction(Filter filter) {
        if (canMatch(filter) != Answer.NO) {
            return List.of();
        }
        List<Filter> needed = new ArrayList<>(flat(filter));
        for (Filter part : List.copyOf(needed)) {
            List<Filter> others = new ArrayList<>(needed);
            others.remove(part);
            if (canMatch(new Filter.All(others)) == Answer.NO) {
                needed = others;
            }
        }
        return List.copyOf(needed);
    }

    private static List<Filter> flat(Filter filter) {
        return filter instanceof Filter.All all
                ? all.parts().stream().flatMap(part -> flat(part).stream()).toList()
                : List.of(filter);
    }

    private static boolean isFullyKnown(Filter filter) {
        return FilterSpace.conditions(filter)
                .noneMatch(condition -> condition instanceof Filter.Free free && !free.independent());
    }
}
