package com.giosg.chatreports.ledger;

/** The ledger of commands that leave nothing behind. */
class InMemoryLedgerTest extends LedgerContract {

    private final Ledger ledger = new InMemoryLedger();

    @Override
    Ledger ledger() {
        return ledger;
    }
}
