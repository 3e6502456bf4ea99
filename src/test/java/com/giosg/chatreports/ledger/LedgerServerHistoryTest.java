package com.giosg.chatreports.ledger;

/** What a look back finds on a server. */
class LedgerServerHistoryTest extends SqlHistoryTest {

    @Override
    Databases database() {
        return Databases.SERVER;
    }
}
