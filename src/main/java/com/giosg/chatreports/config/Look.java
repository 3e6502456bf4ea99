package com.giosg.chatreports.config;

import java.util.Optional;

/**
 * What makes a report look like those that it comes from.
 *
 * @param colour as CSS writes it, in lower case, e.g. {@code #0a7d4f}
 * @param footer one line of text
 * @param logo what reports begin with
 */
public record Look(Optional<String> colour, Optional<String> footer, Optional<Logo> logo) {

    public static final Look USUAL = new Look(Optional.empty(), Optional.empty(), Optional.empty());

    /** This one, and of the other what it lacks. */
    Look over(Look general) {
        return new Look(colour.or(general::colour), footer.or(general::footer), logo.or(general::logo));
    }
}
