package com.giosg.chatreports.format.page;

import com.giosg.chatreports.format.view.ReportView;
import java.util.List;

/**
 * What a page shows, ready for a template that only arranges it.
 *
 * @param report the figures in words
 * @param headlines the organization's, one per metric
 * @param sections a table each
 */
public record PageView(ReportView report, List<Headline> headlines, List<Section> sections) {

    /** Whether the headlines are measured by anything. */
    public boolean isMeasured() {
        return headlines.stream()
                .anyMatch(headline ->
                        !headline.change().isEmpty() || !headline.verdicts().isEmpty());
    }
}
