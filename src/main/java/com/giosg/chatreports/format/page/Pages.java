package com.giosg.chatreports.format.page;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.format.view.ReportView;
import com.giosg.chatreports.format.view.Table;
import com.giosg.chatreports.metrics.Scope;
import java.util.Optional;

/** Makes what a page shows out of what a reader is shown anywhere. */
final class Pages {

    private Pages() {}

    static PageView of(ReportView report) {
        Language language = report.language();
        Optional<Table> byBucket = report.tables().stream()
                .filter(table -> table.scope() == Scope.ORG)
                .findFirst();
        return new PageView(
                report,
                report.overview().lines().stream()
                        .map(line -> Headline.of(line, byBucket, language))
                        .toList(),
                report.tables().stream()
                        .map(table -> Section.of(table, language))
                        .toList());
    }
}
