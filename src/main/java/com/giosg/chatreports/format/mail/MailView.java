package com.giosg.chatreports.format.mail;

import com.giosg.chatreports.format.view.Curve;
import com.giosg.chatreports.format.view.ReportView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a mail shows, ready for a template that only arranges it.
 *
 * @param report the figures in words
 * @param charts of metrics, by id, as far as a line tells more than the figures
 * @param sections a table each
 */
public record MailView(ReportView report, Map<String, MailChart> charts, List<MailSection> sections) {

    /** Between two there is nothing to be seen that the two figures do not say. */
    private static final int FEWEST_POINTS = 3;

    static MailView of(ReportView report) {
        Map<String, MailChart> charts = new LinkedHashMap<>();
        report.curves().stream()
                .filter(MailView::isWorthDrawing)
                .forEach(curve -> charts.put(curve.metric().id(), MailChart.of(curve, report)));
        return new MailView(
                report,
                charts,
                report.tables().stream()
                        .map(table -> MailSection.of(table, report.language()))
                        .toList());
    }

    private static boolean isWorthDrawing(Curve curve) {
        return curve.samples().size() >= FEWEST_POINTS && !curve.isFlat();
    }

    /** What the mail has to carry; two charts that look the same are one picture. */
    List<Picture> pictures() {
        return Stream.concat(
                        report.logo().stream().map(Picture::of),
                        charts.values().stream().map(MailChart::picture))
                .distinct()
                .toList();
    }
}
