package com.giosg.chatreports.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Below INFO, Camel prints the addresses of endpoints with their secrets, and HTTP clients the headers that they send. So
 * libraries stay at INFO, whatever a logging configuration asks for.
 */
final class LibraryLogs extends TurboFilter {

    private static final String OURS = "com.giosg.chatreports";

    /** Only where something is asked for: a filter costs every look at a level. */
    static void pin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().isEmpty()
                && context.getLoggerList().stream().anyMatch(LibraryLogs::saysMore)) {
            context.addTurboFilter(new LibraryLogs());
        }
    }

    private static boolean saysMore(Logger logger) {
        return logger.getLevel() != null && !logger.getLevel().isGreaterOrEqual(Level.INFO);
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable thrown) {
        boolean ours = logger.getName().startsWith(OURS);
        return ours || level.isGreaterOrEqual(Level.INFO) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
