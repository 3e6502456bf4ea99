package com.giosg.chatreports.route;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** ActiveMQ Artemis in this process, over TCP, with one queue. Of messages with the same duplicate id it keeps one. */
public final class BrokerServer implements AutoCloseable {

    private static final String QUEUE = "chat-reports";

    /** Of an endpoint sink that sends to the queue. */
    public static final String URI = "jms:queue:" + QUEUE;

    private static final int HOWEVER_FULL_THE_DISK_IS = -1;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final Path folder;
    private final String url = "tcp://127.0.0.1:" + freePort();

    /**
     * One message.
     *
     * @param properties by their names; the values are all text
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares messages as a whole.
    public record Received(Map<String, String> properties, byte[] bytes) {}

    /** All that it holds is in memory; what else it may write lies in the folder. */
    public BrokerServer(Path folder) throws IOException {
        this.folder = folder;
    }

    public BrokerServer start() {
        try {
            broker.setConfiguration(new ConfigurationImpl()
                    .setPersistenceEnabled(false)
                    .setSecurityEnabled(false)
                    .setJMXManagementEnabled(false)
                    .setMaxDiskUsage(HOWEVER_FULL_THE_DISK_IS)
                    .setJournalDirectory(folder.resolve("journal").toString())
                    .addAcceptorConfiguration("tcp", url)
                    .addQueueConfiguration(QueueConfiguration.of(QUEUE).setRoutingType(RoutingType.ANYCAST)));
            broker.start();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** What stands in {@code config/camel.properties}. */
    public String camelProperties() {
        return """
                camel.beans.broker = #class:org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory
                camel.beans.broker.brokerURL = %s
                camel.component.jms.connectionFactory = #bean:broker
                """.formatted(url);
    }

    Queue queue() {
        return broker.getActiveMQServer().locateQueue(QUEUE);
    }

    /** Puts a message of anybody into the queue. */
    void send(MadeMessage made) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext()) {
            context.createProducer().send(context.createQueue(QUEUE), made.in(context));
        }
    }

    /** Somebody's message. */
    @FunctionalInterface
    interface MadeMessage {
        Message in(JMSContext context) throws JMSException;
    }

    /** Whether there is a queue of that name, because somebody sent something to it. */
    boolean has(String queue) {
        return broker.getActiveMQServer().locateQueue(queue) != null;
    }

    /** Takes all that the queue holds, messages of bytes or text, out of it. */
    public List<Received> take() throws JMSException {
        List<Received> messages = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                JMSContext context = factory.createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(QUEUE))) {
            for (Message next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
                messages.add(new Received(properties(next), bytes(next)));
            }
        }
        return messages;
    }

    private static byte[] bytes(Message message) throws JMSException {
        return message instanceof TextMessage text
                ? text.getText().getBytes(StandardCharsets.UTF_8)
                : message.getBody(byte[].class);
    }

    private static Map<String, String> properties(Message message) throws JMSException {
        Map<String, String> properties = new TreeMap<>();
        for (Object name : Collections.list((java.util.Enumeration<?>) message.getPropertyNames())) {
            properties.put(name.toString(), message.getStringProperty(name.toString()));
        }
        return properties;
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
