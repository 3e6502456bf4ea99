package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.status;

import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of calls. What he notes are calls. */
record WebReceiver(ScriptedApi inbox, AtomicInteger accepted) implements Receiver {

    private static final Reply OUT_OF_ORDER = status(503, Map.of(), "");
    private static final Reply TAKEN = status(200, Map.of(), "{}");

    WebReceiver() {
        this(new ScriptedApi(), new AtomicInteger());
    }

    @Override
    public String sink() {
        return "{ type: http, url: \"%s/inbox\" }".formatted(inbox.url());
    }

    @Override
    public void goAway() {
        inbox.answers(OUT_OF_ORDER);
    }

    @Override
    public void comeBack() {
        inbox.answers(call -> {
            accepted.incrementAndGet();
            TAKEN.to(call);
        });
    }

    @Override
    public int tries() {
        return inbox.calls().size();
    }

    @Override
    public int taken() {
        return accepted.get();
    }

    @Override
    public void close() {
        inbox.close();
    }
}
