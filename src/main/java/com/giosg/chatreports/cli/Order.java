package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Planner;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.time.WindowRule;
import java.time.Instant;

/**
 * A run that somebody asked for.
 *
 * @param window the report's own rule, or another
 */
record Order(Report report, Organization organization, WindowRule window) {

    Run plan(Ledger ledger, Instant now) {
        return new Planner(ledger).byHand(report, organization, now, window);
    }
}
