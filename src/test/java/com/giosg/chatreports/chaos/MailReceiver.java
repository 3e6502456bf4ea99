package com.giosg.chatreports.chaos;

import java.io.IOException;
import java.util.List;

/** Takes the mails of a trial and keeps them. */
interface MailReceiver extends AutoCloseable {

    /** What the configuration of the sink says of the way there. */
    String way();

    /** All mails that arrived, byte for byte as they were sent. */
    List<byte[]> received() throws IOException;

    /** From now on each mail is answered with this code instead of being taken. A server of somebody else cannot be told. */
    default void refuse(int code) {
        throw new UnsupportedOperationException("it takes every mail");
    }

    /** From now on each mail is taken again. */
    default void takeAll() {}

    @Override
    void close();
}
