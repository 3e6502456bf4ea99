package com.giosg.chatreports.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs from one kind of database to another once it is open; the statements do not. */
interface Engine {

    /** What the database is called in messages. */
    String name();

    /** What somebody who wants another ledger needs another one of. */
    String place();

    /** Begins a transaction; of those that write, one at a time is in it. */
    String begin();

    /** Asked after a failure: whether the connection is of no use any more. */
    boolean isLost(Connection connection);

    /**
     * A failure for operators, with the next move.
     *
     * @param words what the driver said, in one line
     */
    LedgerFailure failure(String words, SQLException cause);
}
