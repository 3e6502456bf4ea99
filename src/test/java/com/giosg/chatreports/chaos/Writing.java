package com.giosg.chatreports.chaos;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.ClassType;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.InterfaceType;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import com.sun.jdi.event.BreakpointEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a process that stands before a method of its ledger is about to write. Nothing of it runs meanwhile. */
final class Writing {

    /** What tells runs and deliveries from each other, by the names of their fields. A delivery's state is in its progress. */
    private static final List<String> TELLING = List.of("sink", "state", "progress", "generation", "number");

    private Writing() {}

    /**
     * Words for it: the method, and of its arguments the sinks and states by name, generations and the numbers of deliveries as
     * {@code generation-2} and {@code number-0}, which is that of a notice.
     */
    static Set<String> at(BreakpointEvent stop) throws IncompatibleThreadStateException {
        Set<String> words = new HashSet<>(Set.of(stop.location().method().name()));
        stop.thread().frame(0).getArgumentValues().stream()
                .flatMap(Writing::words)
                .forEach(words::add);
        return words;
    }

    private static Stream<String> words(Value argument) {
        if (argument instanceof ArrayReference array) {
            return array.getValues().stream().flatMap(Writing::words);
        }
        if (!(argument instanceof ObjectReference object)) {
            return Stream.empty();
        }
        ReferenceType type = object.referenceType();
        if (isEnum(type)) {
            return Stream.of(constant(object));
        }
        if (isList(type)) {
            // Whatever its kind, what it holds lies in its fields: one by one, in an array or in another list.
            return type.allFields().stream()
                    .filter(field -> !field.isStatic())
                    .flatMap(field -> words(object.getValue(field)));
        }
        return TELLING.stream()
                .map(type::fieldByName)
                .filter(Objects::nonNull)
                .flatMap(field -> words(field, object.getValue(field)));
    }

    private static Stream<String> words(Field field, Value value) {
        if (value instanceof IntegerValue number) {
            return Stream.of(field.name() + "-" + number.value());
        }
        return value instanceof StringReference text ? Stream.of(text.value()) : words(value);
    }

    private static boolean isEnum(ReferenceType type) {
        return type instanceof ClassType kind && kind.isEnum();
    }

    private static String constant(ObjectReference constant) {
        return constant.referenceType().allFields().stream()
                .filter(field -> field.name().equals("name"))
                .findFirst()
                .map(name -> ((StringReference) constant.getValue(name)).value())
                .orElseThrow();
    }

    private static boolean isList(ReferenceType type) {
        return type instanceof ClassType kind
                && kind.allInterfaces().stream().map(InterfaceType::name).anyMatch("java.util.List"::equals);
    }
}
