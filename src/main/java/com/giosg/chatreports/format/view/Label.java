package com.giosg.chatreports.format.view;

/**
 * What a line or a narrow column is called, on two lines: {@code Mon} and {@code 26 Oct}.
 *
 * @param top the first line
 * @param bottom the second; may be empty
 */
public record Label(String top, String bottom) {

    /** On one line. */
    public String text() {
        return bottom.isEmpty() ? top : top + " " + bottom;
    }
}
