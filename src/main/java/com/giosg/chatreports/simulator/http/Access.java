package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.World;

/** Who may ask what: 401 without a valid token, 404 for an unknown organization, 403 for somebody else's. */
record Access(World world) {

    /** The organization that the token belongs to. */
    Organization caller(Request request) {
        String authorization = request.header("Authorization")
                .orElseThrow(() -> Refusal.of(401, "Authentication credentials were not provided."));
        if (!authorization.startsWith("Token ")) {
            throw Refusal.of(401, "Authentication credentials were not provided.");
        }
        String token = authorization.substring("Token ".length());
        return world.organizations().stream()
                .filter(organization -> organization.token().equals(token))
                .findFirst()
                .orElseThrow(() -> Refusal.of(401, "Invalid token."));
    }

    /** The organization of that id, if the token's user may see it. */
    Organization organization(Request request, String id) {
        Organization caller = caller(request);
        Organization asked = world.organization(id).orElseThrow(() -> Refusal.of(404, "Not found."));
        if (!asked.equals(caller)) {
            throw Refusal.of(403, "You do not have permission to perform this action.");
        }
        return asked;
    }
}
