package com.giosg.chatreports.ledger;

/** The right to work on a ledger, which one process at a time has. One that dies, however it dies, has it no longer. */
public interface WorkerLock extends AutoCloseable {

    /** Lets others have it. */
    @Override
    void close();
}
