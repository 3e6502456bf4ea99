package com.giosg.chatreports.format.chart;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a line is drawn through, from left to right.
 *
 * @param name where it stands on the axis below, a line of text each
 * @param value null where there is none: the line is broken there
 * @param text the value as readers see it
 * @param open whether it can still change
 */
public record Sample(List<String> name, BigDecimal value, String text, boolean open) {

    /** Where and how much, in one line. */
    String title() {
        return String.join(" ", name).strip() + ": " + text;
    }
}
