package com.giosg.chatreports.chaos;

import java.nio.file.Path;

/** Takes files by SFTP into a folder. */
interface DropReceiver extends AutoCloseable {

    /** What the configuration of the sink says of the way there. */
    String way();

    /** Where the files lie on this machine. */
    Path folder();

    @Override
    void close();
}
