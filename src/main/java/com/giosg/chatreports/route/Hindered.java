package com.giosg.chatreports.route;

import com.giosg.chatreports.request.RequestFailure;
import java.util.Optional;

/** Who cannot go on where nothing can be kept. */
interface Hindered {

    /** What keeps it from going on; empty: nothing does, as far as it has seen. */
    Optional<RequestFailure> hindrance();
}
