package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SideRequests;
import com.giosg.chatreports.row.Part;
import java.util.List;
import java.util.Optional;

/**
 * What became of one request of a run; neither part nor gap: it is still open.
 *
 * @param runId the run it belongs to
 * @param requestId unique in the run
 * @param part its rows, once answered
 * @param gap why there are none, once given up
 * @param postponed why there are none so far, where it is asked again later: a gap unless it is answered then
 */
public record RequestEntry(
        String runId, String requestId, Optional<Part> part, Optional<Gap> gap, Optional<Gap> postponed) {

    static RequestEntry open(String runId, String requestId) {
        return new RequestEntry(runId, requestId, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static RequestEntry answered(String runId, String requestId, Part part) {
        return new RequestEntry(runId, requestId, Optional.of(part), Optional.empty(), Optional.empty());
    }

    static RequestEntry gap(String runId, String requestId, Gap gap) {
        return new RequestEntry(runId, requestId, Optional.empty(), Optional.of(gap), Optional.empty());
    }

    static RequestEntry postponed(String runId, String requestId, Gap failure) {
        return new RequestEntry(runId, requestId, Optional.empty(), Optional.empty(), Optional.of(failure));
    }

    /** Those whose answers are rows of the report; it is not the worse without the others. */
    public static List<RequestEntry> ofRows(List<RequestEntry> entries) {
        return entries.stream()
                .filter(entry -> !SideRequests.isOne(entry.requestId()))
                .toList();
    }

    /** What became of it, in a few words. */
    public String words() {
        if (postponed.isPresent()) {
            return "waiting: " + postponed.get().kind().id();
        }
        return isOpen() ? "open" : gap.map(why -> "gap: " + why.kind().id()).orElse("answered");
    }

    public boolean isOpen() {
        return part.isEmpty() && gap.isEmpty();
    }
}
