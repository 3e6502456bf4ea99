package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.LedgerSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The way to a ledger, wherever it is kept. Nothing is opened or connected to before it is asked for. */
public interface LedgerAccess extends AutoCloseable {

    /** To the ledger that an operator configured. */
    static LedgerAccess of(Configuration configuration, Path data) {
        return of(configuration.ledger(), data);
    }

    /**
     * To the ledger of a server, or to the one in the data folder.
     *
     * @param data the folder that files are named from
     */
    static LedgerAccess of(Optional<LedgerSettings> server, Path data) {
        return server.<LedgerAccess>map(settings -> new LedgerServer(settings, data))
                .orElseGet(() -> new LedgerInFolder(data));
    }

    /** Where it is, for messages. */
    String name();

    /** Whether there is one. */
    boolean isThere();

    /**
     * Opens the ledger; makes it where it is missing. Closing it ends what {@link #takeWork} gave, too.
     *
     * @param clock says when runs ended
     * @throws LedgerFailure where it cannot be used
     */
    SqlLedger open(InstantSource clock);

    /** Empty where another process works on it. */
    Optional<WorkerLock> takeWork();

    /** Who that is, as far as it is known. */
    Worker worker();

    @Override
    void close();

    /**
     * A process that works on a ledger.
     *
     * @param process its number
     * @param place what nobody else can work on meanwhile
     * @param instead how somebody else can work all the same
     */
    record Worker(String process, String place, String instead) {}
}
