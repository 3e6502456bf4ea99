package com.giosg.chatreports.simulator;

import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.fault.Fault;
import java.time.Clock;
import java.util.List;

/**
 * How a simulator is set up.
 *
 * @param port on the loopback address; 0: any free one
 * @param seed the same seed gives the same chats and events
 * @param clock nothing has happened after its now
 * @param assumptions about what nobody knows of the real APIs
 * @param faults set from the start; more can be added while it runs
 * @param pageSize entries on a page of users, teams or rooms: small, so that paging really happens
 * @param threads requests answered at the same time
 * @param journalLimit requests remembered
 * @param inboxLimit after how many messages in all inboxes the oldest are forgotten
 * @param inboxToken the bearer token that opens {@code /inbox/<name>}
 */
public record SimulatorSettings(
        int port,
        long seed,
        Clock clock,
        Assumptions assumptions,
        List<Fault> faults,
        int pageSize,
        int threads,
        int journalLimit,
        int inboxLimit,
        String inboxToken) {

    public static final String INBOX_TOKEN = "inbox-demo-token";

    public static SimulatorSettings defaults() {
        return new SimulatorSettings(
                0, 1, Clock.systemUTC(), Assumptions.defaults(), List.of(), 5, 32, 10_000, 1000, INBOX_TOKEN);
    }

    public SimulatorSettings withPort(int newPort) {
        return new SimulatorSettings(
                newPort, seed, clock, assumptions, faults, pageSize, threads, journalLimit, inboxLimit, inboxToken);
    }

    public SimulatorSettings withSeed(long newSeed) {
        return new SimulatorSettings(
                port, newSeed, clock, assumptions, faults, pageSize, threads, journalLimit, inboxLimit, inboxToken);
    }

    public SimulatorSettings withClock(Clock newClock) {
        return new SimulatorSettings(
                port, seed, newClock, assumptions, faults, pageSize, threads, journalLimit, inboxLimit, inboxToken);
    }

    public SimulatorSettings withAssumptions(Assumptions newAssumptions) {
        return new SimulatorSettings(
                port, seed, clock, newAssumptions, faults, pageSize, threads, journalLimit, inboxLimit, inboxToken);
    }

    public SimulatorSettings withFaults(List<Fault> newFaults) {
        return new SimulatorSettings(
                port, seed, clock, assumptions, newFaults, pageSize, threads, journalLimit, inboxLimit, inboxToken);
    }

    public SimulatorSettings withJournalLimit(int newLimit) {
        return new SimulatorSettings(
                port, seed, clock, assumptions, faults, pageSize, threads, newLimit, inboxLimit, inboxToken);
    }

    public SimulatorSettings withInboxLimit(int newLimit) {
        return new SimulatorSettings(
                port, seed, clock, assumptions, faults, pageSize, threads, journalLimit, newLimit, inboxToken);
    }

    public SimulatorSettings withInboxToken(String newToken) {
        return new SimulatorSettings(
                port, seed, clock, assumptions, faults, pageSize, threads, journalLimit, inboxLimit, newToken);
    }
}
