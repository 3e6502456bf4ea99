package com.giosg.chatreports.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run would have delivered, and what was asked for it, in a folder of its own.
 *
 * @param page shows all of it
 * @param written the page first, then in the order of the sinks
 * @param failures how many causes the page names
 */
record Preview(RunResult result, Path page, List<Written> written, int failures) {

    /**
     * One line for whoever looks.
     *
     * @param where a path, or why there is none
     */
    record Written(String what, String where) {}
}
