package com.giosg.chatreports.chaos;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequestManager;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stops a process of the application right before it writes to its ledger, or right after: no line of the application
 * knows of it.
 */
final class Debugger implements AutoCloseable {

    private static final String LEDGER = "com.giosg.chatreports.ledger.SqlLedger";

    /** Those of its methods that write and that a run comes by, also one with failures. */
    private static final Set<String> WRITES =
            Set.of("planDue", "move", "answered", "seal", "note", "gap", "postpone", "askLater", "rest");

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
        while (true) {
            EventSet events = machine.eventQueue().remove();
            for (Event event : events) {
                if (isThere(event, point, requests)) {
                    return;
                }
            }
            events.resume();
        }
    }

    private static boolean isThere(Event event, CrashPoint point, EventRequestManager requests)
            throws IncompatibleThreadStateException {
        if (event instanceof ClassPrepareEvent loaded) {
            watch(loaded.referenceType(), requests);
        } else if (event instanceof BreakpointEvent write && point.isAt(name(write))) {
            if (point.when() == CrashPoint.When.BEFORE) {
                return true;
            }
            stepOut(write.thread(), requests);
        }
        return event instanceof StepEvent;
    }

    private static void watch(ReferenceType ledger, EventRequestManager requests) {
        ledger.methods().stream()
                .filter(method -> WRITES.contains(method.name()) && !method.isBridge())
                .forEach(method ->
                        requests.createBreakpointRequest(method.location()).enable());
    }

    private static void stepOut(ThreadReference thread, EventRequestManager requests) {
        StepRequest step = requests.createStepRequest(thread, StepRequest.STEP_LINE, StepRequest.STEP_OUT);
        step.addCountFilter(1);
        step.enable();
    }

    /** The method, and what of its arguments tells one write from another: the sink and states. */
    private static String name(BreakpointEvent write) throws IncompatibleThreadStateException {
        StackFrame frame = write.thread().frame(0);
        Method method = write.location().method();
        List<String> words = new ArrayList<>(List.of(method.name()));
        for (Value argument : frame.getArgumentValues()) {
            if (argument instanceof ObjectReference object) {
                words.addAll(words(object));
            }
        }
        return String.join(" ", words);
    }

    private static List<String> words(ObjectReference argument) {
        if (argument.referenceType() instanceof ClassType type && type.isEnum()) {
            return List.of(constant(argument));
        }
        return Stream.of("sink", "state")
                .map(telling -> argument.referenceType().fieldByName(telling))
                .filter(Objects::nonNull)
                .map(argument::getValue)
                .map(value -> value instanceof StringReference text ? text.value() : constant((ObjectReference) value))
                .toList();
    }

    private static String constant(ObjectReference constant) {
        Field name = constant.referenceType().allFields().stream()
                .filter(field -> field.name().equals("name"))
                .findFirst()
                .orElseThrow();
        return ((StringReference) constant.getValue(name)).value();
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
