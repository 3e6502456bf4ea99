package com.giosg.chatreports.route;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.apache.camel.spi.Synchronization;

/** How many requests of one token are under way, whichever runs they belong to, and whether they are about figures or names. */
public final class TokenTurns {

    private final int atOnce;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    /** @param atOnce with one token */
    TokenTurns(int atOnce) {
        this.atOnce = atOnce;
    }

    /**
     * Waits until the run's token may ask one more: whoever came first is first. The turn is over when it is given back, at the
     * latest with the part of the run that took it.
     */
    public void take(Exchange exchange, @Variable(Variables.RUN) ActiveRun run) throws InterruptedException {
        giveBack(exchange);
        Semaphore turns =
                free.computeIfAbsent(run.organization().token().fingerprint(), token -> new Semaphore(atOnce, true));
        turns.acquire();
        Turn taken = new Turn(turns);
        exchange.getExchangeExtension().addOnCompletion(taken);
        exchange.setVariable(Variables.TURN, taken);
    }

    /** Ends the turn of somebody who waits for something else now, if it has one. */
    static void giveBack(Exchange exchange) {
        Optional.ofNullable(exchange.getVariable(Variables.TURN, Turn.class)).ifPresent(Turn::end);
    }

    /** Ends once, whoever ends it. */
    private static final class Turn implements Synchronization {

        private final Semaphore turns;
        private final AtomicBoolean over = new AtomicBoolean();

        Turn(Semaphore turns) {
            this.turns = turns;
        }

        void end() {
            if (over.compareAndSet(false, true)) {
                turns.release();
            }
        }

        @Override
        public void onComplete(Exchange exchange) {
            end();
        }

        @Override
        public void onFailure(Exchange exchange) {
            end();
        }
    }
}
