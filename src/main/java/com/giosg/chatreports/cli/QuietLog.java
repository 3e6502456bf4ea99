package com.giosg.chatreports.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * While a command waits for runs, whose failures it prints itself: standard error would have each of them twice. The log
 * of defects stays, because it alone has their traces, and so does whatever another configuration of the log has.
 */
final class QuietLog {

    /** Who writes into the log what the ledger keeps as well. */
    private static final String ROUTES = "com.giosg.chatreports.route.";

    private QuietLog() {}

    static void during(Runnable runs) {
        Optional<Appender<ILoggingEvent>> console = console();
        console.ifPresent(appender -> appender.addFilter(new Said()));
        try {
            runs.run();
        } finally {
            console.ifPresent(Appender::clearAllFilters);
        }
    }

    private static Optional<Appender<ILoggingEvent>> console() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            return Optional.ofNullable(root.getAppender(Logging.CONSOLE));
        }
        return Optional.empty();
    }

    private static final class Said extends Filter<ILoggingEvent> {

        @Override
        public FilterReply decide(ILoggingEvent event) {
            boolean said = event.getLoggerName().startsWith(ROUTES) && event.getThrowableProxy() == null;
            return said ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }
}
