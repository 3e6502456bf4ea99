package com.giosg.chatreports.route;

import java.util.Map;
import org.apache.camel.spi.PropertiesFunction;

/** {@code {{file-exist:overwrite}}} is what Camel's file endpoints call it, so that a Kamelet states each of them once. */
final class FileExist implements PropertiesFunction {

    /** {@code TryRename} renames over the old file; Camel's {@code Override} would delete it first. */
    private static final Map<String, String> NAMES = Map.of("overwrite", "TryRename", "fail", "Fail");

    @Override
    public String getName() {
        return "file-exist";
    }

    @Override
    public String apply(String onConflict) {
        return NAMES.get(onConflict);
    }
}
