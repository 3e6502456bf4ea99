package com.giosg.chatreports.network;

/** What goes wrong on a connection. "The answer" is whatever the server says, "the upload" whatever the client does. */
public enum NetworkFault {
    /** Closed as soon as it stands, as by a balancer that has no server left. */
    REFUSED,
    /** It stands, and nobody says or reads anything. */
    SILENCE,
    /** Each piece of the answer comes late. */
    LATENCY,
    /** The first piece of the answer comes very late, the rest at once. */
    SLOW_START,
    /** From some byte on the answer comes a byte at a time. */
    DRIP,
    /** Closed in the middle of the answer. */
    CUT,
    /** Reset in the middle of the answer. */
    RESET,
    /** The answer ends in its middle; what the client sends still arrives. */
    HALF_CLOSE,
    /** Nothing comes any more from the middle of the answer on, though the connection stands. */
    STALL,
    /** Closed in the middle of the upload. */
    CUT_UPLOAD,
    /** Reset in the middle of the upload. */
    RESET_UPLOAD,
    /** One bit of the answer is another one. */
    CORRUPTION
}
