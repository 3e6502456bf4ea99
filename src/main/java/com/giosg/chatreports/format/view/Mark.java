package com.giosg.chatreports.format.view;

import java.util.Locale;

/** What a reader has to know about a figure besides its number. */
public enum Mark {
    /** As it is. */
    PLAIN,
    /** It can still change. */
    PROVISIONAL,
    /** Asked, but there was nothing to average. */
    NOTHING,
    /** It cannot be right, or hardly. */
    DOUBTFUL,
    /** It could not be had. */
    GAP,
    /** There are figures, but they must not be added up or averaged into one. */
    APART,
    /** Nobody asked, or nobody answered about this subject. */
    ABSENT;

    /** For templates: {@code provisional}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
