package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Backfill;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.time.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One due time of a backfill.
 *
 * @param run what the ledger knows of its run; else as it will be planned
 * @param what is to be done
 */
record BackfillStep(Backfill backfill, Instant due, Run run, What what) {

    enum What {
        MAKE,
        MAKE_AGAIN,
        TAKE_UP,
        WAIT,
        LEAVE;

        static What of(Run known, boolean again) {
            if (!known.state().isFinal()) {
                return WAIT;
            }
            boolean done = known.state() == Run.State.DONE || known.state() == Run.State.DONE_WITH_GAPS;
            if (done) {
                return again ? MAKE_AGAIN : LEAVE;
            }
            return TAKE_UP;
        }
    }

    static BackfillStep of(Backfill backfill, Instant due, Ledger ledger, boolean again) {
        Run fresh = backfill.run(due);
        return ledger.run(fresh.id())
                .map(known -> new BackfillStep(backfill, due, known, What.of(known, again)))
                .orElseGet(() -> new BackfillStep(backfill, due, fresh, What.MAKE));
    }

    Run begin(Ledger ledger) {
        return backfill.begin(ledger, due, what == What.MAKE_AGAIN);
    }

    /** In the order in which they are printed. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run", run.id());
        facts.put("report", run.report());
        facts.put("organization", run.organization());
        facts.put("due", Times.print(due.atZone(run.window().zone())));
        facts.put("window", run.window().label());
        facts.put("what", words());
        return facts;
    }

    private String words() {
        return switch (what) {
            case MAKE -> "make";
            case MAKE_AGAIN -> "make again, it is " + ResultPrinter.id(run.state());
            case TAKE_UP -> "take up, it is " + ResultPrinter.id(run.state());
            case WAIT -> "wait, it is " + ResultPrinter.id(run.state());
            case LEAVE -> "nothing, it is " + ResultPrinter.id(run.state());
        };
    }
}
