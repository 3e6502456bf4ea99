package com.giosg.chatreports.route;

import java.time.Duration;
import java.util.Optional;

/**
 * Said by an exception itself: whether the same may succeed later, though nobody mends anything.
 *
 * @param is whether it may
 * @param soon whether that may be within seconds; not after a time-out, which others of the sink have waited for as well
 * @param retryAfter how long the other side asked to be left alone
 * @param uncertain whether the other side may have taken it nevertheless
 */
record Passing(boolean is, boolean soon, Optional<Duration> retryAfter, boolean uncertain) {

    static final Passing NO = new Passing(false, false, Optional.empty(), false);
    static final Passing YES = new Passing(true, true, Optional.empty(), false);

    /** Not within seconds: after a time-out, and where the other side has something to mend. */
    static final Passing LATER = new Passing(true, false, Optional.empty(), false);

    static Passing when(boolean is) {
        return is ? YES : NO;
    }

    Passing after(Optional<Duration> wait) {
        return new Passing(is, soon, wait, uncertain);
    }

    Passing uncertainIf(boolean maybeTaken) {
        return new Passing(is, soon, retryAfter, maybeTaken);
    }

    /** An exception that knows. */
    interface Known {
        Passing passing();
    }
}
