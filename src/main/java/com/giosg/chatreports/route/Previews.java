package com.giosg.chatreports.route;

import com.giosg.chatreports.format.Artifacts;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** How a run ends that is not delivered: with files in its own folder. */
public final class Previews {

    /** All rows of a run below its folder, also those of gaps, whichever artifacts its sinks want. */
    public static final Path ROWS = Path.of("rows.csv");

    private final Ledger ledger;

    Previews(Ledger ledger) {
        this.ledger = ledger;
    }

    public void rows(@Variable(Variables.RUN) ActiveRun run) throws RequestFailure {
        try {
            List<RequestEntry> entries = ledger.requests(run.id());
            Artifacts.rows(SealedParts.of(run, entries), run.folder().resolve(ROWS));
        } catch (IOException | UncheckedIOException e) {
            throw new RequestFailure(FailureKind.STORAGE, "the rows could not be kept: " + e.getMessage(), e);
        }
    }

    /** The receipt of what nobody received is the artifact itself. */
    public void setAside(@Body Consignment consignment) {
        consignment.deliveries().stream()
                .filter(delivery -> !delivery.state().isFinal())
                .map(delivery ->
                        delivery.in(Delivery.State.CONFIRMED, delivery.file().toString()))
                .forEach(ledger::note);
    }
}
