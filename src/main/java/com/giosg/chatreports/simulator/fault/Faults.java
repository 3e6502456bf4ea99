package com.giosg.chatreports.simulator.fault;

import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults of a running simulator. A request is hit by the first fault that matches it and is not used up. */
public final class Faults {

    private final List<Armed> armed = new CopyOnWriteArrayList<>();

    public Faults(List<Fault> faults) {
        faults.forEach(this::add);
    }

    public void add(Fault fault) {
        armed.add(new Armed(fault, new AtomicInteger()));
    }

    /** Adds a fault written as text, see {@link Fault#parse}. */
    public void add(String text) {
        add(Fault.parse(text));
    }

    public void clear() {
        armed.clear();
    }

    /** What is sent in place of the ordinary answer. */
    public Answer apply(Request request, Answer ordinary) {
        return armed.stream()
                .filter(candidate -> candidate.hits(request))
                .findFirst()
                .map(hit -> hit.fault().apply(request, ordinary))
                .orElse(ordinary);
    }

    /** A fault and how many requests it has matched. */
    private record Armed(Fault fault, AtomicInteger matched) {

        boolean hits(Request request) {
            if (!fault.matcher().test(request)) {
                return false;
            }
            long number = matched.getAndIncrement();
            return number >= fault.skip() && number < (long) fault.skip() + fault.times();
        }
    }
}
