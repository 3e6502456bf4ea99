package com.giosg.chatreports.route;

import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailAuthenticator;

/** Who logs in to the server of one e-mail sink, and with what; made by the Kamelet. No endpoint holds the password. */
public final class MailLogIn extends MailAuthenticator {

    private String user;
    private String password;

    /**
     * Who logs in.
     *
     * @param words {@code user NAME}, or the word alone where nobody logs in
     */
    public void setUser(String words) {
        user = behindTheWord(words);
    }

    /**
     * What the user logs in with.
     *
     * @param words {@code password PASSWORD}: alone, Camel would take one that begins with # for a reference
     */
    public void setPassword(String words) {
        password = behindTheWord(words);
    }

    private static String behindTheWord(String words) {
        int space = words.indexOf(' ');
        return space < 0 || space == words.length() - 1 ? null : words.substring(space + 1);
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user, password);
    }
}
