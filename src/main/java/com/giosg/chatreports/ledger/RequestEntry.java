package com.giosg.chatreports.ledger;

import com.giosg.chatreports.row.Part;
import java.util.Optional;

/**
 * What became of one request of a run; neither part nor gap: it is still open.
 *
 * @param runId the run it belongs to
 * @param requestId unique in the run
 * @param part its rows, once answered
 * @param gap why there are none, once given up
 */
public record RequestEntry(String runId, String requestId, Optional<Part> part, Optional<Gap> gap) {

    static RequestEntry open(String runId, String requestId) {
        return new RequestEntry(runId, requestId, Optional.empty(), Optional.empty());
    }

    public boolean isOpen() {
        return part.isEmpty() && gap.isEmpty();
    }
}
