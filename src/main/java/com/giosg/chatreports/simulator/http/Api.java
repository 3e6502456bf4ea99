package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.query.BadQuery;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.World;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;

/** All addresses that are simulated, exactly as Giosg prints them; anything else is 404. */
public final class Api {

    private final Json json = new Json();
    private final Access access;
    private final List<Address> addresses;
    private final Inbox inbox;

    /**
     * @param server what {@code next} links start with
     * @param pageSize entries on a page of users, teams or rooms
     * @param inbox what else can be reached, by a token of its own
     */
    public Api(World world, Assumptions assumptions, URI server, int pageSize, Inbox inbox) {
        this.access = new Access(world);
        this.inbox = inbox;
        Directory directory = new Directory(server, new Pages(pageSize), assumptions);
        this.addresses = List.of(
                Address.post(
                        "/api/reporting/v1/orgs/<org>/chat_sessions",
                        new ChatSessionsResource(world, assumptions, json)),
                Address.post("/api/events/v2/orgs/<org>/fetch/?", new EventsResource(world, assumptions, json)),
                Address.post(
                        "/api/reporting/workflow/v1/orgs/<org>/query/", new WorkflowResource(world, assumptions, json)),
                Address.get("/api/v5/users/me", directory::me),
                Address.get("/api/v5/orgs/<org>", directory::organization),
                Address.get("/api/v5/orgs/<org>/users", directory::users),
                Address.get("/api/v6/orgs/<org>/teams", directory::teams),
                Address.get("/api/v5/orgs/<org>/teams", directory::existingTeams),
                Address.get("/api/v5/orgs/<org>/rooms", directory::rooms),
                Address.get("/api/v5/rooms", directory::roomsAsTheyWereListed));
    }

    /** Never throws for anything a client can send. */
    public Answer answer(Request request) {
        try {
            if (inbox.owns(request)) {
                return inbox.answer(request);
            }
            for (Address address : addresses) {
                Matcher matcher = address.path().matcher(request.path());
                if (matcher.matches()) {
                    return json.answer(200, ask(address, matcher, request));
                }
            }
            throw Refusal.of(404, "Not found.");
        } catch (BadQuery e) {
            return refused(Refusal.badRequest(e.key(), e.getMessage()));
        } catch (Refusal e) {
            return refused(e);
        }
    }

    private Object ask(Address address, Matcher matcher, Request request) {
        Organization organization =
                matcher.groupCount() == 0 ? access.caller(request) : access.organization(request, matcher.group(1));
        if (!request.method().equals(address.method())) {
            throw Refusal.ofMethod(request.method(), address.method());
        }
        return address.resource().answer(request, organization);
    }

    private Answer refused(Refusal refusal) {
        Answer answer = json.answer(refusal.status(), refusal.body());
        return refusal.allowed()
                .map(method -> answer.withHeader("Allow", method))
                .orElse(answer);
    }
}
