package com.giosg.chatreports.chaos;

import java.io.IOException;
import java.util.List;

/** Takes the mails of a trial and keeps them. */
interface MailReceiver extends AutoCloseable {

    /** What the configuration of the sink says of the way there. */
    String way();

    /** All mails that arrived, byte for byte as they were sent. */
    List<byte[]> received() throws IOException;

    @Override
    void close();
}
