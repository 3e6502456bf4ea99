package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.query.EventRow;
import com.giosg.chatreports.simulator.query.Table;
import com.giosg.chatreports.simulator.query.WorkflowQuery;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.World;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code POST /api/reporting/workflow/v1/orgs/<org>/query/}; nobody has published what it answers. */
record WorkflowResource(World world, Assumptions assumptions, Json json) implements Resource {

    @Override
    public Object answer(Request request, Organization organization) {
        WorkflowQuery query = WorkflowQuery.read(json.read(request), assumptions);
        Stream<EventRow> events = world
                .events(organization, query.interval().start(), query.interval().end())
                .stream()
                .map(event -> new EventRow(organization, event));
        Object figure = query.answer(events, assumptions);
        boolean nothing = figure == null && assumptions.is(Assumption.AVERAGE_OF_NOTHING, "absent");
        return nothing ? Map.of() : shaped(query, figure);
    }

    private Object shaped(WorkflowQuery query, Object figure) {
        String name = query.verb() + "_" + query.dimension();
        return switch (assumptions.value(Assumption.WORKFLOW_ANSWER)) {
            case "nested" -> Map.of(query.verb(), Collections.singletonMap(query.dimension(), figure));
            case "list" -> Collections.singletonList(figure);
            case "bare" -> figure;
            case "table" ->
                TableView.of(new Table(List.of(), List.of(query.verb()), List.of(Collections.singletonList(figure))));
            case "unknown" -> Map.of("steps", List.of(Map.of("count", 12, "index", 0), Map.of("count", 7, "index", 1)));
            default -> Collections.singletonMap(name, figure);
        };
    }
}
