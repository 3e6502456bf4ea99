package com.giosg.chatreports.row;

import java.util.List;

/**
 * One figure: the one table that every format and sink starts from. The components are the columns of every
 * machine-readable format, in this order, as they are printed.
 *
 * @param organizationId UUID
 * @param organization the organization's name
 * @param metric id
 * @param scope {@code org}, {@code team} or {@code user}
 * @param subjectId UUID of the team or user; empty for {@code org} and for figures that belong to nobody
 * @param subject name of the team or user, its id where no name is known; empty for {@code org}
 * @param bucketStart ISO-8601 with the offset of the report's zone
 * @param bucketEnd exclusive
 * @param granularity as the API spells it
 * @param value a plain number or empty
 * @param unit what one of it is
 * @param status whether the value can be trusted
 */
public record Row(
        String organizationId,
        String organization,
        String metric,
        String scope,
        String subjectId,
        String subject,
        String bucketStart,
        String bucketEnd,
        String granularity,
        String value,
        String unit,
        Status status) {

    /** The names of the columns, in order. */
    public static final List<String> COLUMNS = List.of(
            "organization_id",
            "organization",
            "metric",
            "scope",
            "subject_id",
            "subject",
            "bucket_start",
            "bucket_end",
            "granularity",
            "value",
            "unit",
            "status");

    /** Whether a value can be trusted, from best to worst. */
    public enum Status {
        /** Answered. */
        OK,
        /** Asked, but there was nothing to average. */
        NONE,
        /** Answered, but the figure can still change. */
        PROVISIONAL,
        /** Could not be had: never 0. */
        GAP;

        /** As printed. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
