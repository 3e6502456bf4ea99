package com.giosg.chatreports.ledger;

import java.util.List;
import java.util.Set;

/**
 * Every value of a ledger in a file stands there twice: in its table, and in an index over all columns of the table. SQLite
 * compares the two itself, so that damage to either is found. What the tables are like is compared with those of a new ledger.
 */
record KeptTwice(Database database, String name) {

    private static final String WANTED = """
            SELECT 'CREATE INDEX ' || t.name || '_twice ON ' || t.name || ' (' || group_concat(c.name, ', ') || ')'
            FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' GROUP BY t.name""";

    private static final String THERE =
            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name LIKE '%\\_twice' ESCAPE '\\'";

    private static final String COLUMNS = """
            SELECT t.name || ' ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || COALESCE(c.dflt_value, '')
            FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'
            UNION ALL SELECT type || ' ' || name || ' of ' || tbl_name FROM sqlite_schema""";

    /** @throws LedgerFailure where the file is not as it was written */
    void check() {
        String found = texts("PRAGMA integrity_check(1)").get(0);
        if (!found.equals("ok")) {
            // Where SQLite says in which of several files, that is a line of its own.
            throw damaged(name, found.lines().reduce((where, what) -> what).orElse(found));
        }
    }

    /** Makes the second copies of tables that are new or have changed. */
    void complete() {
        if (!isComplete()) {
            database.transaction(() -> {
                // Unless another process was faster.
                if (!isComplete()) {
                    texts(THERE).forEach(index -> database.execute("DROP INDEX " + index.split(" ", -1)[2]));
                    texts(WANTED).forEach(database::execute);
                }
                return null;
            });
        }
    }

    private boolean isComplete() {
        return Set.copyOf(texts(THERE)).equals(Set.copyOf(texts(WANTED)));
    }

    /** @throws LedgerFailure where its tables are none that a new ledger would have */
    void checkTables(KeptTwice fresh) {
        if (!Set.copyOf(texts(COLUMNS)).equals(Set.copyOf(fresh.texts(COLUMNS)))) {
            throw damaged(name, "its tables are not those of a ledger");
        }
    }

    private List<String> texts(String sql) {
        return database.query(line -> line.getString(1), sql);
    }

    static LedgerFailure damaged(String name, String found) {
        return new LedgerFailure(
                "the ledger %s is damaged: %s. Nothing was done. Next: put a copy of it in its place, or move it away with the files that begin with its name: then a new one begins, which knows of no run and plans none of the past"
                        .formatted(name, found));
    }
}
