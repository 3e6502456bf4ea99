package com.giosg.chatreports.route;

import java.time.Duration;
import java.util.Optional;

/**
 * Said by an exception itself: whether the same may succeed later, though nobody mends anything.
 *
 * @param is whether it may
 * @param retryAfter how long the other side asked to be left alone
 */
record Passing(boolean is, Optional<Duration> retryAfter) {

    static final Passing NO = new Passing(false, Optional.empty());
    static final Passing YES = new Passing(true, Optional.empty());

    static Passing when(boolean is) {
        return is ? YES : NO;
    }

    /** An exception that knows. */
    interface Known {
        Passing passing();
    }
}
