package com.giosg.chatreports.format.view;

import java.util.Optional;

/**
 * The colours of a report that can be its own, as CSS writes them. All text in them or on them can be read.
 *
 * @param light names, lines and bars on a light page
 * @param dark the same on a dark one
 * @param picture lines of pictures, which lie on light and on dark ground alike
 * @param banner the ground of the title of a mail
 * @param title text on the banner
 * @param quiet text on it that matters less
 */
public record Palette(String light, String dark, String picture, String banner, String title, String quiet) {

    static final Palette USUAL = new Palette("#0b5fa5", "#6cb3f2", "#2e86d1", "#12304d", "#ffffff", "#b9cde0");

    /** The darkest ground of a light page, and the lightest of a dark one, on which the template writes in the colour. */
    private static final Colour LIGHT_GROUND = Colour.of("#f4f6f9");

    private static final Colour DARK_GROUND = Colour.of("#18212b");

    /** The lightest ground that mail programs are known to make of a white one: Outlook.com's. */
    private static final Colour DARKENED = Colour.of("#333333");

    /** How much of the banner's colour is in its quiet text, in percent. */
    private static final int QUIET = 20;

    /** Of a colour as CSS writes it. */
    static Palette of(Optional<String> colour) {
        return colour.map(own -> of(Colour.of(own))).orElse(USUAL);
    }

    private static Palette of(Colour own) {
        Colour title = own.text();
        return new Palette(
                own.readableOn(LIGHT_GROUND, Colour.BLACK).toString(),
                own.readableOn(DARK_GROUND, Colour.WHITE).toString(),
                own.seenOn(Colour.WHITE, Colour.BLACK)
                        .seenOn(DARKENED, Colour.WHITE)
                        .toString(),
                own.toString(),
                title.toString(),
                title.towards(own, QUIET).readableOn(own, title).toString());
    }
}
