package com.giosg.chatreports.route;

import java.util.Optional;

/** Whether an application runs with what the operator wants by now. */
@FunctionalInterface
public interface Standing {

    /** It always does: nobody watches what is written meanwhile. */
    Standing CURRENT = Optional::empty;

    /** Why it does not, in a line with the next move; empty: it does. */
    Optional<String> doubt();
}
