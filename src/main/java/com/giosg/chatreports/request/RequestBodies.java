package com.giosg.chatreports.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.giosg.chatreports.metrics.BadTemplate;
import com.giosg.chatreports.metrics.TemplateProblem;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Renders what is sent to the API. */
public final class RequestBodies {

    /** The streaming parser alone: binding to trees and beans would cost every start-up hundreds of classes. */
    private static final JsonFactory STRICT = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

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
        } catch (StackOverflowError e) {
            throw new BadTemplate(TemplateProblem.error(template, "a macro or a function calls itself without end"));
        }
        return strictJson(request, body.toString());
    }

    /**
     * What a template wrote, once it is sure to be one JSON object without doubled keys or anything behind it.
     *
     * @param request what was rendered, for the message
     * @throws BadTemplate if it is not; the message quotes the place
     */
    public static String strictJson(Request request, String body) throws BadTemplate {
        try (JsonParser parser = STRICT.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notJson(request, "a body is a JSON object");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw notJson(request, "something follows the end of the object");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw notJson(request, reason(e, body));
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can always be read", e);
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
