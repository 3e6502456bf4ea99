package com.giosg.chatreports.route;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What a class says in the log during a test, line by line. */
final class LogOf implements BeforeEachCallback, AfterEachCallback {

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger log;

    LogOf(Class<?> speaker) {
        log = (Logger) LoggerFactory.getLogger(speaker);
    }

    List<String> lines() {
        return List.copyOf(said.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        said.start();
        log.setLevel(Level.WARN);
        log.addAppender(said);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        log.detachAppender(said);
        log.setLevel(null);
    }
}
