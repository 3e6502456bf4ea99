package com.giosg.chatreports.ledger;

/** What is removed from a server when it is old, and what never is. */
class LedgerServerRetentionTest extends RetentionTest {

    @Override
    Databases database() {
        return Databases.SERVER;
    }
}
