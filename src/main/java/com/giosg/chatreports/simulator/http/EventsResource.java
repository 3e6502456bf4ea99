package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.query.Evaluator;
import com.giosg.chatreports.simulator.query.EventRow;
import com.giosg.chatreports.simulator.query.Query;
import com.giosg.chatreports.simulator.query.QueryReader;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.World;

/** {@code POST /api/events/v2/orgs/<org>/fetch}. */
record EventsResource(World world, Assumptions assumptions, Json json) implements Resource {

    @Override
    public Object answer(Request request, Organization organization) {
        Query query = new QueryReader(assumptions).events(json.read(request), organization);
        return TableView.of(new Evaluator(assumptions)
                .answer(
                        query,
                        world
                                .events(
                                        organization,
                                        query.interval().start(),
                                        query.interval().end())
                                .stream()
                                .map(event -> new EventRow(organization, event))));
    }
}
