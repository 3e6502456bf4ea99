package com.giosg.chatreports.format.preview;

import java.util.List;

/**
 * What several previews lead to.
 *
 * @param version of the application
 */
public record PreviewIndex(List<Entry> entries, String version) {

    /**
     * One of them.
     *
     * @param organization its name
     * @param window both days included
     * @param href where its page is
     * @param outcome in a few words
     * @param failed whether something went wrong
     * @param sinks who would get it
     */
    public record Entry(
            String report,
            String title,
            String organization,
            String window,
            String href,
            String outcome,
            boolean failed,
            List<String> sinks) {}
}
