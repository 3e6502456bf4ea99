package com.giosg.chatreports.row;

import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.names.Names;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.AskedBuckets.AskedBucket;
import com.giosg.chatreports.row.Row.Status;
import java.util.EnumMap;
import java.util.Map;

/** The cells that the rows of one request share. */
final class RequestCells {

    private final Request request;
    private final Names names;
    private final Cells figure;
    private final Map<Status, Cells> qualifiers = new EnumMap<>(Status.class);

    RequestCells(Request request, Names names) {
        this.request = request;
        this.names = names;
        this.figure = Cells.of(
                request.organization().id(),
                request.organization().name(),
                request.metric().id(),
                request.scope().id());
        for (Status status : Status.values()) {
            qualifiers.put(status, Cells.of(request.metric().unit(), status.id()));
        }
    }

    /** What was asked. */
    Cells figure() {
        return figure;
    }

    /** A subject of the answer; an empty id is nobody, or the organization as a whole. */
    Cells about(String subjectId) {
        boolean nobody = subjectId.isEmpty() && request.scope() != Scope.ORG;
        return Cells.of(subjectId, nobody ? "(no " + request.scope().id() + ")" : names.of(request.scope(), subjectId));
    }

    Cells qualifiers(Status status) {
        return qualifiers.get(status);
    }

    /** Nothing happened in a bucket that was not answered: counts and sums are 0, averages have nothing to average. */
    Row filled(Cells about, AskedBucket bucket) {
        boolean addsUp = request.metric().aggregation().addsUp();
        return new Row(
                figure, about, bucket.cells(), addsUp ? "0" : "", qualifiers(addsUp ? bucket.status() : Status.NONE));
    }
}
