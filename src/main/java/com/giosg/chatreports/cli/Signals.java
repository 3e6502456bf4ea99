package com.giosg.chatreports.cli;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/**
 * What signals do to a command that runs until it is told to stop: the first SIGTERM or SIGINT lets it end in order, with
 * exit code 0, and the second one ends it at once. SIGHUP does what the command wants.
 */
final class Signals {

    /** By convention, a process that a signal ended has this and the number of the signal as its code. */
    private static final int BY_SIGNAL = 128;

    /** Longer than anything that ends in order takes; a ledger that does not answer may take any time. */
    private static final Duration LONGEST_END = Duration.ofSeconds(35);

    private final Thread hook = new Thread(this::obey, "end");
    private volatile Runnable end = () -> {};
    private volatile boolean came;

    private Signals() {}

    /** Waits for the first signal, which ends everything at once until something else is said. */
    static Signals first() {
        Signals signals = new Signals();
        Runtime.getRuntime().addShutdownHook(signals.hook);
        return signals;
    }

    /**
     * Says what ending in order means from now on. Where the first signal {@link #came} already, what it meant before may be what
     * is done.
     */
    void meanwhile(Runnable inOrder) {
        end = inOrder;
    }

    /** Whether the end has begun, so that nothing else should. */
    boolean came() {
        return came;
    }

    /** A JVM that is left to itself would end with 143, as if something had gone wrong. */
    private void obey() {
        int code = ExitCode.DEFECT;
        try {
            came = true;
            haltOnNext();
            run(end);
            code = ExitCode.DONE;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    /** Whatever does not end in time is left as it is: the next start goes on with it. */
    private static void run(Runnable end) {
        FutureTask<Boolean> task = new FutureTask<>(end, true);
        Thread thread = new Thread(task, "ending");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JVM ignores a signal while it shuts down. */
    private static void haltOnNext() {
        for (String name : List.of("TERM", "INT")) {
            handle(name, number -> Runtime.getRuntime().halt(BY_SIGNAL + number));
        }
    }

    /**
     * Has something done at each SIGHUP, which ends a JVM otherwise. It has to be quick.
     *
     * @return whether there is such a signal: not on Windows, and not where whoever started this has it ignored
     */
    static boolean onHangUp(Runnable what) {
        return handle("HUP", number -> what.run());
    }

    /** The class for signals is named as text, because the compiler has a warning about it that cannot be turned off. */
    private static boolean handle(String name, IntConsumer what) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handles = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        what.accept((int) signal.getMethod("getNumber").invoke(arguments[0]));
                        return null;
                    });
            Object before = signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handles);
            return before != handler.getField("SIG_IGN").get(null);
        } catch (ReflectiveOperationException e) {
            // Another JVM or another system, or one with -Xrs: all else works without.
            System.Logger log = System.getLogger(Signals.class.getName());
            log.log(System.Logger.Level.DEBUG, "the signal %s is left to the JVM".formatted(name), e);
            return false;
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
