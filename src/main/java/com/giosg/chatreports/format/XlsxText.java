package com.giosg.chatreports.format;

import java.util.regex.Pattern;

/** Text as a workbook holds it. What XML cannot hold at all, such as NUL, the library leaves out. */
final class XlsxText {

    /** Of one cell; Excel takes no more. */
    static final int LONGEST = 32_767;

    /** How workbooks write a character by its number; a text that happens to look like that is not meant so. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxText() {}

    static String fitting(String text) {
        String escaped = text.contains("_x") ? LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
        return escaped.length() > LONGEST ? escaped.substring(0, LONGEST) : escaped;
    }
}
