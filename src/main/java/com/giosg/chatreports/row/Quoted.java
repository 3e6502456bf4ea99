package com.giosg.chatreports.row;

/** Foreign text in messages: short, and without characters that would break a line or steer a terminal. */
final class Quoted {

    private static final int LONGEST = 200;

    private Quoted() {}

    static String text(String text) {
        return '"' + printable(text) + '"';
    }

    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(printable::appendCodePoint);
        return text.length() > printable.length() ? printable.append('…').toString() : printable.toString();
    }
}
