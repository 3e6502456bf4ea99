package com.giosg.chatreports.format;

import com.giosg.chatreports.config.ArtifactSettings.Format;

/** What artifacts are called where protocols name kinds of content. */
public final class MediaTypes {

    private MediaTypes() {}

    public static String of(Format format) {
        return switch (format) {
            case CSV -> "text/csv; charset=utf-8";
            case JSON -> "application/json";
            case NDJSON -> "application/x-ndjson";
            case HTML -> "text/html; charset=utf-8";
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        };
    }
}
