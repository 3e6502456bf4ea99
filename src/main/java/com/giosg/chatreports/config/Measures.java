package com.giosg.chatreports.config;

import java.util.Map;

/**
 * What the figures of a report are measured by, and what comes of it.
 *
 * @param compare whether the window before is asked as well
 * @param targets by the id of the metric
 * @param send when the report is delivered
 */
public record Measures(boolean compare, Map<String, Target> targets, Send send) {

    /** The figures speak for themselves. */
    public static final Measures NONE = new Measures(false, Map.of(), Send.ALWAYS);

    /** When a report is delivered. */
    public enum Send {
        ALWAYS,
        /** Unless every target is known to be met. */
        WHEN_TARGET_MISSED,
        /** Unless it is known that nothing happened. */
        WHEN_NOT_EMPTY;

        /** As the configuration spells it. */
        public String id() {
            return Scalars.spelled(this).replace('_', '-');
        }
    }

    /** Whether what is delivered depends on the targets. */
    public boolean decideWhatIsSent() {
        return send == Send.WHEN_TARGET_MISSED;
    }
}
