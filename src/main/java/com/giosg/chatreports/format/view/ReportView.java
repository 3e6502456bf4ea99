package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Logo;
import java.util.List;

/**
 * What a reader is shown of a run. Everything is text already, so that a template only arranges it; the numbers are
 * there as well, for what compares or draws.
 *
 * @param language what it is in
 * @param title of the report
 * @param organization its name, with that of the team before it where it is about one alone
 * @param period which time it covers
 * @param before what the organization's figures are compared with: one where they are, else none
 * @param metrics how many metrics were asked
 * @param missing of how many of them something could not be had
 * @param empty whether nothing happened in the window: every figure was had, and is 0 or has nothing to average
 * @param notices what to know before the figures
 * @param overview the figures of the whole organization or team
 * @param curves how those of these figures that add up went over time; none where there is one bucket, or nothing happened
 * @param tables by bucket, by team, by user, as far as there are any
 * @param footnotes what the marks at figures mean
 * @param explanations what the metrics mean
 * @param palette its colours
 * @param logo the organization's: one where it has one, else none
 * @param footer the organization's own words at its end: one line where there are any, else none
 * @param origin where it comes from
 */
public record ReportView(
        Language language,
        String title,
        String organization,
        Period period,
        List<Period> before,
        int metrics,
        int missing,
        boolean empty,
        List<Notice> notices,
        Overview overview,
        List<Curve> curves,
        List<Table> tables,
        List<String> footnotes,
        List<Explanation> explanations,
        Palette palette,
        List<Logo> logo,
        List<String> footer,
        Origin origin) {

    /** How many bounds of targets are not kept. */
    public long missedTargets() {
        return overview.lines().stream()
                .flatMap(line -> line.verdicts().stream())
                .filter(verdict -> verdict.state() == Verdict.State.MISSED)
                .count();
    }
}
