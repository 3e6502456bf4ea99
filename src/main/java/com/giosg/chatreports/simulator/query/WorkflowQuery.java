package com.giosg.chatreports.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.query.Aggregation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question to the workflow API, of which Giosg's tutorial shows two bodies and no answer: one verb with one
 * dimension, conditions that must all hold, a time span.
 */
public record WorkflowQuery(Interval interval, String verb, String dimension, Filter filter) {

    /** Reads a body; only the verb that Giosg shows, {@code avg}, is known. */
    public static WorkflowQuery read(JsonNode body, Assumptions assumptions) {
        JsonNode average = body.path("avg");
        if (!average.isArray() || average.size() != 1) {
            throw new BadQuery("avg", "Expected a list with one field.");
        }
        Dimensions dimensions = Dimensions.ofWorkflow();
        String dimension = average.path(0).asText();
        dimensions.requireKnown("avg", dimension);
        List<Filter> conditions = new ArrayList<>();
        for (JsonNode condition : body.path("where")) {
            conditions.add(condition(condition, dimensions, assumptions));
        }
        return new WorkflowQuery(Interval.readTimespan(body, assumptions), "avg", dimension, Filter.all(conditions));
    }

    private static Filter condition(JsonNode condition, Dimensions dimensions, Assumptions assumptions) {
        String field = condition.path("field").asText();
        dimensions.requireKnown("where", field);
        JsonNode search = condition.path("search");
        if (!search.isTextual()) {
            throw new BadQuery("where", "Expected a text in \"search\" of \"" + field + "\".");
        }
        if (field.equals("partner_organization_ids") && search.asText().isEmpty()) {
            return emptyPartner(assumptions);
        }
        return Filter.selector(field, search.asText());
    }

    private static Filter emptyPartner(Assumptions assumptions) {
        return switch (assumptions.value(Assumption.EMPTY_PARTNER)) {
            case "any" -> Filter.everything();
            case "none" -> Filter.selector("partner_organization_ids", "");
            default -> throw new BadQuery("where", "\"search\" may not be blank.");
        };
    }

    /** The one figure, printed as assumed: a number, a text or null. */
    public Object answer(Stream<? extends Item> items, Assumptions assumptions) {
        Tally tally = new Tally(new Aggregation(Kind.AVG, dimension, verb));
        items.filter(filter::matches).forEach(tally::add);
        return Printer.figureCell(tally.figure(), assumptions);
    }
}
