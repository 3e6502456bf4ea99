package com.giosg.chatreports.format.view;

/** A template of reports that does not work. The message says which, where and why, on one line. */
public final class BadReportTemplate extends Exception {

    private static final long serialVersionUID = 1L;

    BadReportTemplate(String template, Exception cause, String detail) {
        super("the template %s does not work: %s; mend it".formatted(template, firstLine(detail)), cause);
    }

    private static String firstLine(String detail) {
        return detail.strip().replaceAll("\\s+", " ").replaceAll("^(.{300}).+", "$1…");
    }
}
