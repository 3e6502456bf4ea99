package com.giosg.chatreports.format;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What tests look for in the source of a page. */
public final class PageSource {

    private PageSource() {}

    /** What the first group of a pattern matched, again and again. */
    public static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Every element is closed where it has to be: with the few that are never closed aside, a page is XML. */
    public static Document parsed(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>", "")
                .replaceAll("<meta ([^>]*)>", "<meta $1/>")
                .replace("<br>", "<br/>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.strip())));
    }
}
