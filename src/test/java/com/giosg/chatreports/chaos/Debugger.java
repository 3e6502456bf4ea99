package com.giosg.chatreports.chaos;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequestManager;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Stops a process of the application right before it writes to its ledger, or right after: no line of the application
 * knows of it.
 */
final class Debugger implements AutoCloseable {

    private static final String LEDGER = "com.giosg.chatreports.ledger.SqlLedger";

    private final ListeningConnector connector;
    private final Map<String, Connector.Argument> arguments;
    private final String address;

    Debugger() throws IOException, IllegalConnectorArgumentsException {
        connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("timeout").setValue("60000");
        address = connector.startListening(arguments);
    }

    /** For the JVM that is to be stopped. */
    String option() {
        return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address;
    }

    /** Lets the process go on until it is at the point, and leaves it standing there. */
    void stopAt(CrashPoint point)
            throws IOException, IllegalConnectorArgumentsException, InterruptedException,
                    IncompatibleThreadStateException {
        VirtualMachine machine = connector.accept(arguments);
        EventRequestManager requests = machine.eventRequestManager();
        ClassPrepareRequest loading = requests.createClassPrepareRequest();
        loading.addClassFilter(LEDGER);
        loading.enable();
        Instant end = Instant.now().plus(Trial.PATIENCE);
        while (true) {
            EventSet events = machine.eventQueue().remove(millisUntil(end));
            if (events == null) {
                throw new AssertionError("it does not come to the point " + point);
            }
            for (Event event : events) {
                if (isThere(event, point, requests)) {
                    return;
                }
            }
            events.resume();
        }
    }

    /** At least one: none would be no limit. */
    private static long millisUntil(Instant end) {
        return Math.max(1, Duration.between(Instant.now(), end).toMillis());
    }

    private static boolean isThere(Event event, CrashPoint point, EventRequestManager requests)
            throws IncompatibleThreadStateException {
        if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
            throw new AssertionError("it ended before it came to the point " + point);
        }
        if (event instanceof ClassPrepareEvent loaded) {
            watch(loaded.referenceType(), point.method(), requests);
        } else if (event instanceof BreakpointEvent write && point.isAt(Writing.at(write))) {
            if (point.when() == CrashPoint.When.BEFORE) {
                return true;
            }
            stepOut(write.thread(), requests);
        }
        return event instanceof StepEvent;
    }

    private static void watch(ReferenceType ledger, String write, EventRequestManager requests) {
        ledger.methodsByName(write).stream()
                .filter(method -> !method.isBridge())
                .forEach(method ->
                        requests.createBreakpointRequest(method.location()).enable());
    }

    private static void stepOut(ThreadReference thread, EventRequestManager requests) {
        StepRequest step = requests.createStepRequest(thread, StepRequest.STEP_LINE, StepRequest.STEP_OUT);
        step.addCountFilter(1);
        step.enable();
    }

    @Override
    public void close() throws IOException {
        try {
            connector.stopListening(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }
}
