package com.giosg.chatreports.request;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.metrics.TemplateProblem;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Renders what is sent to the API. */
public final class RequestBodies {

    private static final ObjectReader STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final Configuration templates;

    /** @param templates as {@link com.giosg.chatreports.metrics.Templates#configuration} makes it */
    public RequestBodies(Configuration templates) {
        this.templates = templates;
    }

    /**
     * The body of a request, exactly as it is sent.
     *
     * @throws BadTemplate if the metric's template cannot be read, fails, or writes anything but strict JSON
     */
    public String render(Request request) throws BadTemplate {
        String template = request.metric().template();
        StringWriter body = new StringWriter();
        try {
            templates.getTemplate(template).process(Map.of("body", request), body);
        } catch (TemplateException e) {
            throw BadTemplate.unrenderable(template, e);
        } catch (IOException e) {
            throw BadTemplate.unreadable(template, e);
        }
        strictJson(request, body.toString());
        return body.toString();
    }

    /**
     * What a template wrote, once it is sure to be one JSON object without doubled keys or anything behind it.
     *
     * @param request what was rendered, for the message
     * @throws BadTemplate if it is not; the message quotes the place
     */
    public static JsonNode strictJson(Request request, String body) throws BadTemplate {
        try {
            JsonNode json = STRICT.readTree(body);
            if (json.isObject()) {
                return json;
            }
            throw notJson(request, "a body is a JSON object");
        } catch (MismatchedInputException e) {
            throw notJson(request, "something follows the end of the object");
        } catch (JsonProcessingException e) {
            throw notJson(request, reason(e, body));
        }
    }

    private static BadTemplate notJson(Request request, String reason) {
        String message = "writes no strict JSON: " + reason;
        return new BadTemplate(TemplateProblem.error(request.metric().template(), message));
    }

    private static String reason(JsonProcessingException e, String body) {
        JsonLocation place = e.getLocation();
        if (place == null || place.getLineNr() < 1) {
            return e.getOriginalMessage();
        }
        String line =
                body.lines().skip(place.getLineNr() - 1L).findFirst().orElse("").strip();
        return "%s (line %d of the body: %s)".formatted(e.getOriginalMessage(), place.getLineNr(), line);
    }
}
