package com.giosg.chatreports.ledger;

import java.time.Instant;
import java.util.Optional;

/** How far each schedule is settled. */
record SqlSchedules(Database database) {

    Optional<Instant> settled(String report, String organization) {
        return database.first(
                line -> Instant.ofEpochMilli(line.getLong(1)),
                "SELECT settled FROM schedule_cursor WHERE report = ? AND organization = ?",
                report,
                organization);
    }

    /** False: it is settled as far already. */
    boolean settle(String report, String organization, Instant until) {
        return database.update("""
                INSERT INTO schedule_cursor (report, organization, settled) VALUES (?, ?, ?)
                ON CONFLICT (report, organization) DO UPDATE SET settled = excluded.settled
                WHERE excluded.settled > schedule_cursor.settled""", report, organization, until.toEpochMilli()) > 0;
    }
}
