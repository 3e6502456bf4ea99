package com.giosg.chatreports.names;

/** Names are typed by people and come over the network: they may hold anything. */
final class NameText {

    private static final int LONGEST = 200;
    private static final int REPLACEMENT = 0xFFFD;

    private NameText() {}

    /** On one line, at most {@value #LONGEST} characters long, and nothing in it that steers what prints it. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().map(NameText::printable).forEach(printable::appendCodePoint);
        String stripped = printable.toString().strip();
        if (stripped.codePointCount(0, stripped.length()) <= LONGEST) {
            return stripped;
        }
        return stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST - 1)) + '…';
    }

    private static int printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            // Half a character: no encoding can print it.
            case Character.SURROGATE -> REPLACEMENT;
            default -> steersDirection(character) ? ' ' : character;
        };
    }

    /** Would turn round the order of whatever stands behind the name. */
    private static boolean steersDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
