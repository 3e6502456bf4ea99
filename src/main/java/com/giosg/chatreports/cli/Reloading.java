package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.route.Standing;
import com.giosg.chatreports.time.Times;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Which edition of an operator's files is used, and whether they say something else by now. */
final class Reloading implements Standing {

    private final Surroundings surroundings;
    private final Path file;
    private volatile String tellIt = "start it anew";
    private volatile Edition used;
    private volatile Optional<Sources> refused = Optional.empty();
    private final AtomicBoolean asked = new AtomicBoolean();

    Reloading(Surroundings surroundings, Path file) {
        this.surroundings = surroundings;
        this.file = file;
    }

    /** Begins with this one. */
    void begin(Edition first, boolean hasSignal) {
        used = first;
        if (hasSignal) {
            tellIt = "kill -HUP " + ProcessHandle.current().pid();
        }
    }

    Edition used() {
        return used;
    }

    /** What is done with an edition that has no problem. */
    interface Use {
        /**
         * Uses it.
         *
         * @return false: it came too late, since nothing is used any more
         * @throws Complaint why it cannot be used
         */
        boolean instead(Edition next, Edition before);
    }

    /** The files are to be read anew, as soon as somebody serves. */
    void ask() {
        asked.set(true);
    }

    /**
     * Does what was asked for, if it was.
     *
     * @param ledgerIsLost then it is done once another one is open
     */
    void readIfAsked(Use use, BooleanSupplier ledgerIsLost) {
        if (asked.getAndSet(false)) {
            read(use, ledgerIsLost);
        }
    }

    /** Reads the files, has them used instead of those before, and says what became of it: all of it or nothing. */
    private void read(Use use, BooleanSupplier ledgerIsLost) {
        Sources now = Sources.of(surroundings.home(), file);
        try {
            Edition next = edition();
            if (use.instead(next, used)) {
                useFromNowOn(next);
            }
        } catch (LedgerFailure e) {
            if (ledgerIsLost.getAsBoolean()) {
                ask();
            } else {
                refuse(e);
            }
        } catch (Complaint | ConfigurationProblems e) {
            refused = Optional.of(now);
            refuse(e);
        }
    }

    private void useFromNowOn(Edition next) {
        surroundings
                .out()
                .println("%s %s is used from now on: %s"
                        .formatted(print(next.readAt()), file, next.differencesFrom(used, file)));
        used = next;
        refused = Optional.empty();
    }

    /** What the ledger does not take says nothing about the files. */
    private void refuse(RuntimeException why) {
        surroundings
                .err()
                .println("%s Nothing is changed, %s is used as it was at %s: %s%nNext: mend that, then: %s"
                        .formatted(
                                print(surroundings.clock().instant()),
                                file,
                                print(used.readAt()),
                                why.getMessage(),
                                tellIt));
    }

    /** Nothing that is wrong with a file, in whatever way, is a reason to end. */
    private Edition edition() {
        try {
            return Edition.read(surroundings, file);
        } catch (ConfigurationProblems e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw Complaint.configuration(e.getMessage());
        } catch (RuntimeException e) {
            throw Complaint.configuration("it cannot be read, which is a defect of chat-reports: " + e);
        }
    }

    @Override
    public Optional<String> doubt() {
        Sources now = Sources.of(surroundings.home(), file);
        if (refused.filter(now::isSame).isPresent()) {
            return Optional.of(
                    "%s and cannot be used; what stood there at %s is used. Next: chat-reports check says what is wrong; then: %s"
                            .formatted(change(now), print(used.readAt()), tellIt));
        }
        return now.isSame(used.sources())
                ? Optional.empty()
                : Optional.of("%s and is not used yet; what stood there at %s is. Next: %s"
                        .formatted(change(now), print(used.readAt()), tellIt));
    }

    private String change(Sources now) {
        List<String> names = now.differencesFrom(used.sources());
        String subject = names.isEmpty() ? file.toString() : names.get(0);
        String more = names.size() > 1 ? " and %d more".formatted(names.size() - 1) : "";
        return now.lastChange(names)
                .map(at -> "%s%s changed at %s".formatted(subject, more, print(at)))
                .orElse("%s%s changed".formatted(subject, more));
    }

    private static String print(Instant instant) {
        return Times.print(instant.atZone(ZoneId.systemDefault()));
    }
}
