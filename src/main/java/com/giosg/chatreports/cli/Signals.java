package com.giosg.chatreports.cli;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * What SIGTERM and SIGINT do to a command that runs until it is told to stop: the first one lets it end in order, with
 * exit code 0, and the second one ends it at once.
 */
final class Signals {

    /** By convention, a process that a signal ended has this and the number of the signal as its code. */
    private static final int BY_SIGNAL = 128;

    private final Thread hook;

    private Signals(Runnable end) {
        hook = new Thread(() -> end(end), "end");
    }

    /**
     * Waits for the first signal.
     *
     * @param end what ending in order means
     */
    static Signals first(Runnable end) {
        Signals signals = new Signals(end);
        Runtime.getRuntime().addShutdownHook(signals.hook);
        return signals;
    }

    /** A JVM that is left to itself would end with 143, as if something had gone wrong. */
    private static void end(Runnable end) {
        int code = ExitCode.DEFECT;
        try {
            haltOnNext();
            end.run();
            code = ExitCode.DONE;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    /**
     * The JVM ignores a signal while it shuts down. Its own class for signals is named as text, because the compiler has a
     * warning about it that cannot be turned off.
     */
    private static void haltOnNext() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object halts = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        int number = (int) signal.getMethod("getNumber").invoke(arguments[0]);
                        Runtime.getRuntime().halt(BY_SIGNAL + number);
                        return null;
                    });
            for (String name : List.of("TERM", "INT")) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), halts);
            }
        } catch (ReflectiveOperationException e) {
            // Another JVM, or one with -Xrs: it ends in order all the same, only not sooner on demand.
            System.Logger log = System.getLogger(Signals.class.getName());
            log.log(System.Logger.Level.DEBUG, "a second signal is ignored", e);
        }
    }

    /** The command has ended in another way. */
    void ignore() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal came first: the hook ends everything.
            return;
        }
    }
}
