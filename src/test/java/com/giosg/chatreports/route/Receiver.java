package com.giosg.chatreports.route;

import java.io.IOException;

/** Whoever a sink delivers to, and what he has noted himself of those who came. */
interface Receiver extends AutoCloseable {

    /** What stands under the sink's name in the configuration. */
    String sink() throws IOException;

    /** From now on he takes nothing, for a reason that may pass. */
    void goAway() throws IOException;

    /** From now on he takes what he is given. */
    void comeBack() throws IOException;

    /** How often somebody came to deliver something, by his own journal. */
    int tries() throws IOException;

    /** How often he was given something that he took, by his own journal. */
    int taken() throws IOException;

    @Override
    void close() throws IOException;
}
