package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.config.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * The ledger in a PostgreSQL database, by one connection. The lock of whoever works on it belongs to this connection: when
 * it is lost, so is the lock, and nothing is written by it any more.
 */
final class LedgerServer implements LedgerAccess {

    /** A server that says nothing for so long is taken for lost. Seconds. */
    private static final String SILENCE = "30";

    private static final String CONNECTING = "10";

    /**
     * The other way round: a lock must not outlast the machine of its holder for the two hours that are usual. And what is
     * committed must be on the server's disk, whatever others have set for their tables.
     */
    private static final String SETTINGS = """
            SELECT set_config(name, CASE name WHEN 'tcp_keepalives_idle' THEN '15' WHEN 'tcp_keepalives_interval' THEN '5'
            WHEN 'tcp_keepalives_count' THEN '3' WHEN 'tcp_user_timeout' THEN '30000' ELSE 'on' END, FALSE)
            FROM pg_settings WHERE (name = 'synchronous_commit' AND setting = 'off')
            OR name IN ('tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count', 'tcp_user_timeout')""";

    private final LedgerSettings settings;
    private final Path data;
    private final PostgresEngine engine;
    private Database database;

    LedgerServer(LedgerSettings settings, Path data) {
        this.settings = settings;
        this.data = data;
        this.engine = new PostgresEngine(settings.name());
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public boolean isThere() {
        return connected()
                        .query(line -> line.getString(1), "SELECT to_regclass('ledger_version')")
                        .get(0)
                != null;
    }

    @Override
    public SqlLedger open(InstantSource clock) {
        Migrations.apply(connected());
        return new SqlLedger(connected(), data, clock);
    }

    /** The folder's as well: a process with another ledger must not make the same files there. */
    @Override
    public Optional<WorkerLock> takeWork() {
        Optional<WorkerLock> folder = DataFolderLock.take(data);
        boolean mine = false;
        try {
            mine = folder.isPresent() && takeOnServer();
        } finally {
            if (!mine) {
                folder.ifPresent(WorkerLock::close);
            }
        }
        return mine ? folder.map(this::both) : Optional.empty();
    }

    private WorkerLock both(WorkerLock folder) {
        return () -> {
            try (folder) {
                giveBack();
            }
        };
    }

    private boolean takeOnServer() {
        return connected()
                .query(
                        line -> line.getBoolean(1),
                        "SELECT pg_try_advisory_lock(%s)".formatted(PostgresEngine.WORKERS_LOCK))
                .get(0);
    }

    private void giveBack() {
        if (!database.isOver()) {
            database.execute("SELECT pg_advisory_unlock(%s)".formatted(PostgresEngine.WORKERS_LOCK));
        }
    }

    @Override
    public Worker worker() {
        return connected()
                .first(
                        line -> "%s at %s".formatted(line.getString(1), line.getString(2)),
                        PostgresEngine.heldBy("application_name, COALESCE(host(client_addr), 'the server')"))
                .map(process -> new Worker(
                        process,
                        "the ledger " + name(),
                        "stop that one; if its machine is gone, the server notices within a minute"))
                .orElseGet(() -> new LedgerInFolder(data).worker());
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }

    private Database connected() {
        if (database == null) {
            database = new Database(connect(), engine);
            database.query(line -> line.getString(1), SETTINGS);
            database.query(LedgerServer::unfit, "SELECT current_setting('server_encoding'), current_schema()").stream()
                    .flatMap(Optional::stream)
                    .forEach(this::refuse);
        }
        return database;
    }

    private static Optional<String> unfit(ResultSet line) throws SQLException {
        if (!"UTF8".equals(line.getString(1))) {
            return Optional.of(
                    "its encoding is %s, which has not every character that a name may have. Next: make a database with ENCODING 'UTF8'"
                            .formatted(line.getString(1)));
        }
        return line.getString(2) == null
                ? Optional.of(
                        "none of the schemas on its search path exists. Next: make one, or name another as currentSchema in ledger.url")
                : Optional.empty();
    }

    private void refuse(String why) {
        throw new LedgerFailure("the ledger %s cannot be used: %s".formatted(name(), why));
    }

    /** Not by the driver manager, which would look for other drivers first. */
    private Connection connect() {
        Properties told = new Properties();
        settings.password().map(Secret::value).ifPresent(password -> PGProperty.PASSWORD.set(told, password));
        PGProperty.APPLICATION_NAME.set(
                told, "chat-reports, process " + ProcessHandle.current().pid());
        PGProperty.CONNECT_TIMEOUT.set(told, CONNECTING);
        PGProperty.LOGIN_TIMEOUT.set(told, CONNECTING);
        PGProperty.SOCKET_TIMEOUT.set(told, SILENCE);
        PGProperty.TCP_KEEP_ALIVE.set(told, true);
        try {
            return new Driver().connect(settings.url(), told);
        } catch (SQLException e) {
            throw new LedgerFailure(
                    "the ledger %s cannot be reached: %s. Next: check ledger.url, ledger.password and that the database server runs"
                            .formatted(name(), Database.words(e)),
                    e,
                    PostgresEngine.isAway(e));
        }
    }
}
