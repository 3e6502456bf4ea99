package com.giosg.chatreports.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Refuses the parts of YAML that a configuration has no use for: anchors and aliases (which can blow up a small file),
 * tags and deep nesting. A secret that starts with one of their characters is not repeated in the message.
 */
final class PlainParser extends ParserImpl {

    static final String NO_TAGS = "tags are not used here; put a text that starts with ! in quotes";

    private static final String NO_ALIASES =
            "anchors and aliases are not used here; put a text that starts with & or * in quotes";

    private static final int DEEPEST = 32;

    private int depth;

    PlainParser(LoadSettings settings, StreamReader reader) {
        super(settings, reader);
    }

    @Override
    public Event next() {
        Event event = super.next();
        if (event instanceof NodeEvent node) {
            refuse(event.getEventId() == Event.ID.Alias || node.getAnchor().isPresent(), NO_ALIASES, event);
        }
        if (event instanceof ScalarEvent scalar) {
            refuse(scalar.getTag().isPresent(), NO_TAGS, event);
        }
        if (event instanceof CollectionStartEvent start) {
            refuse(start.getTag().isPresent(), NO_TAGS, event);
        }
        countDepth(event);
        return event;
    }

    private void countDepth(Event event) {
        switch (event.getEventId()) {
            case SequenceStart, MappingStart -> depth++;
            case SequenceEnd, MappingEnd -> depth--;
            default -> {}
        }
        refuse(depth > DEEPEST, "lists and sections are nested too deeply", event);
    }

    private static void refuse(boolean refused, String message, Event event) {
        if (refused) {
            throw new Refusal(message, event.getStartMark());
        }
    }

    /** Our own words, as opposed to the parser's. */
    static final class Refusal extends ParserException {

        private static final long serialVersionUID = 1;

        Refusal(String message, Optional<Mark> place) {
            super(message, place);
        }
    }
}
