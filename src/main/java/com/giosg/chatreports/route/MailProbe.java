package com.giosg.chatreports.route;

import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/**
 * Logs in to the mail server of an e-mail sink, and leaves again: camel-mail's endpoints connect only to send. Made by
 * the Kamelet.
 */
public final class MailProbe {

    private final MailLogIn logIn = new MailLogIn();
    private final Properties timeouts = new Properties();
    private String address = "";
    private String tls = "";

    /**
     * Where the server is.
     *
     * @param hostAndPort an IPv6 address stands in brackets
     */
    public void setAddress(String hostAndPort) {
        address = hostAndPort;
    }

    /**
     * How the connection is encrypted.
     *
     * @param kind {@code starttls}, {@code tls} or {@code none}
     */
    public void setTls(String kind) {
        tls = kind;
    }

    /**
     * Who logs in.
     *
     * @param words as {@link MailLogIn} takes them
     */
    public void setUser(String words) {
        logIn.setUser(words);
    }

    /**
     * What the user logs in with.
     *
     * @param words as {@link MailLogIn} takes them
     */
    public void setPassword(String words) {
        logIn.setPassword(words);
    }

    /** How long a connection may take to stand. */
    public void setConnectMillis(String millis) {
        timeouts.put("connectiontimeout", millis);
    }

    /** How long the server may be silent. */
    public void setResponseMillis(String millis) {
        timeouts.put("timeout", millis);
    }

    /** How long the server may take to accept what it is sent. */
    public void setWriteMillis(String millis) {
        timeouts.put("writetimeout", millis);
    }

    /**
     * Connects, logs in where there is a user, and ends the session.
     *
     * @throws DeliveryFailure why not, and what to do
     */
    public void logIn() throws DeliveryFailure, GeneralSecurityException {
        String protocol = tls.equals("tls") ? "smtps" : "smtp";
        PasswordAuthentication user = logIn.getPasswordAuthentication();
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
        Session session = Session.getInstance(settings("mail." + protocol + ".", user.getUserName() != null));
        try (Transport transport = session.getTransport(protocol)) {
            transport.connect(
                    host, Integer.parseInt(address.substring(colon + 1)), user.getUserName(), user.getPassword());
        } catch (MessagingException e) {
            throw new DeliveryFailure(MailOutcome.of(e).words());
        }
    }

    /** As the sink has them. */
    private Properties settings(String prefix, boolean withUser) throws GeneralSecurityException {
        boolean startTls = tls.equals("starttls");
        Properties settings = new Properties();
        settings.putAll(Map.of(
                prefix + "auth", String.valueOf(withUser),
                prefix + "starttls.enable", String.valueOf(startTls),
                prefix + "starttls.required", String.valueOf(startTls),
                prefix + "ssl.checkserveridentity", "true"));
        timeouts.forEach((name, millis) -> settings.put(prefix + name, millis));
        SSLContext trusted = SSLContext.getInstance("TLS");
        trusted.init(null, null, null);
        settings.put(prefix + "ssl.socketFactory", trusted.getSocketFactory());
        return settings;
    }
}
