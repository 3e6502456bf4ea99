package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.query.Evaluator;
import com.giosg.chatreports.simulator.query.Query;
import com.giosg.chatreports.simulator.query.QueryReader;
import com.giosg.chatreports.simulator.query.SessionRows;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.World;

/** {@code POST /api/reporting/v1/orgs/<org>/chat_sessions}. */
record ChatSessionsResource(World world, Assumptions assumptions, Json json) implements Resource {

    @Override
    public Object answer(Request request, Organization organization) {
        Query query = new QueryReader(assumptions).chatSessions(json.read(request));
        SessionRows rows = new SessionRows(organization, assumptions);
        return TableView.of(new Evaluator(assumptions)
                .answer(
                        query,
                        world
                                .chats(
                                        organization,
                                        query.interval().start(),
                                        query.interval().end())
                                .stream()
                                .flatMap(rows::of)));
    }
}
