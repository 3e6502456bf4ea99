package com.giosg.chatreports.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * A quiet log is health: warnings and errors to standard error, a line each. In Java because reading XML takes longer
 * than everything else that logging does in a short run; {@code -Dlogback.configurationFile} still wins.
 */
@ConfiguratorRank(ConfiguratorRank.FALLBACK)
public final class Logging extends ContextAwareBase implements Configurator {

    /** Name of the appender. */
    static final String CONSOLE = "console";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ssXXX} %-5level %msg%n%ex");
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName(CONSOLE);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        // Below, Camel prints the secrets in endpoints: a level of its own, which no other level for all changes.
        context.getLogger("org.apache.camel").setLevel(Level.WARN);
        // Whoever sends the status pages what is no request gets an answer, and nobody has to know.
        context.getLogger("io.vertx.ext.web.RoutingContext").setLevel(Level.OFF);
        // That a server did not say goodbye changes nothing about a mail, and it would be said with a trace.
        context.getLogger("org.apache.camel.component.mail.DefaultJavaMailSender")
                .setLevel(Level.ERROR);
        // Ours have no such step: whoever puts one into a route wants to see what it says.
        context.getLogger("routes").setLevel(Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** For who says himself what is left of an application that ends: Camel would say it as well. */
    static void withoutLastWords() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger("org.apache.camel.impl.engine.DefaultShutdownStrategy")
                    .setLevel(Level.ERROR);
        }
    }
}
