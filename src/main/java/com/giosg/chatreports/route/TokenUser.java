package com.giosg.chatreports.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.IOException;
import java.io.InputStream;

/**
 * The user whose token is asked with, as {@code GET /api/v5/users/me} describes one. Names are typed by people: here they
 * are one line of bounded length.
 *
 * @param organizationId of the organization that the user belongs to
 */
record TokenUser(String name, String email, String organizationId, String organizationName) {

    /** Far above what describes one user. */
    private static final int LONGEST = 1 << 20;

    private static final int LONGEST_NAME = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    static TokenUser read(InputStream answer) throws RequestFailure, IOException {
        try (answer) {
            JsonNode user = JSON.readTree(answer.readNBytes(LONGEST));
            if (!user.path("organization_id").isTextual()) {
                throw new RequestFailure(
                        FailureKind.SHAPE_CHANGED, "the answer does not say which organization the user belongs to");
            }
            return new TokenUser(
                    text(user.path("full_name")),
                    text(user.path("email")),
                    text(user.path("organization_id")),
                    text(user.path("organization").path("name")));
        } catch (JsonProcessingException e) {
            throw new RequestFailure(FailureKind.BAD_ANSWER, "the answer is not JSON", e);
        }
    }

    private static String text(JsonNode value) {
        String text = value.asText("").replaceAll("\\p{Cntrl}", "?").strip();
        return text.substring(0, Math.min(LONGEST_NAME, text.length()));
    }

    boolean isOf(Organization organization) {
        return organizationId.equals(organization.id());
    }

    /** E.g. {@code Anna Virtanen (anna@example.com) of Acme Oy}. */
    @Override
    public String toString() {
        String address = email.isEmpty() ? "" : " (" + email + ")";
        return (name.isEmpty() ? "somebody without a name" : name) + address + " of "
                + (organizationName.isEmpty() ? organizationId : organizationName);
    }
}
