package com.giosg.chatreports.row;

import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.Row.Status;
import java.util.EnumMap;
import java.util.Map;

/** The cells that the rows of one request share. */
final class RequestCells {

    private final Request request;
    private final Map<Status, Cells> qualifiers = new EnumMap<>(Status.class);

    RequestCells(Request request) {
        this.request = request;
        for (Status status : Status.values()) {
            qualifiers.put(status, Cells.of(request.metric().unit(), status.id()));
        }
    }

    /** For a subject of the answer; an empty id is nobody, or the organization as a whole. */
    Cells series(String subjectId) {
        boolean nobody = subjectId.isEmpty() && request.scope() != Scope.ORG;
        return series(subjectId, nobody ? "(no " + request.scope().id() + ")" : subjectId);
    }

    Cells series(String subjectId, String subject) {
        return Cells.of(
                request.organization().id(),
                request.organization().name(),
                request.metric().id(),
                request.scope().id(),
                subjectId,
                subject);
    }

    Cells qualifiers(Status status) {
        return qualifiers.get(status);
    }
}
