package com.giosg.chatreports.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads where the ledger is kept; nothing where it is a file in the data folder. */
public final class LedgerReader {

    static final String KEY = "ledger";
    static final List<String> KEYS = List.of("url", "password", "insecure");

    private LedgerReader() {}

    static Optional<LedgerSettings> read(Section ledger) {
        boolean insecure = ledger.flag("insecure", false);
        Optional<Secret> password = ledger.find("password").flatMap(Value::secret);
        Optional<Value> url =
                ledger.present().isEmpty() ? Optional.empty() : ledger.require("url", DatabaseAddresses.EXAMPLE);
        return url.flatMap(found -> found.parsed(text -> DatabaseAddresses.parse(text, insecure)))
                .map(address -> new LedgerSettings(address, password));
    }

    /**
     * Reads that part of a file alone, for those who only look back. A file that is no YAML names no server.
     *
     * @throws ConfigurationProblems with what is wrong with that part
     */
    public static Optional<LedgerSettings> in(Path file, PropertyFunctions functions) {
        Problems problems = new Problems(file.toString());
        Reading reading = new Reading(problems, new Problems(file.toString()), functions);
        Optional<LedgerSettings> settings = YamlDocument.read(file, new Problems(file.toString()))
                .map(root -> Value.root(root, reading))
                .filter(Value::isSection)
                .map(root -> root.entries().get(KEY))
                .flatMap(ledger -> read(new Section(ledger, KEYS)));
        problems.throwIfAny();
        return settings;
    }
}
