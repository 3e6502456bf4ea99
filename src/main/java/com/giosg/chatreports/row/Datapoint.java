package com.giosg.chatreports.row;

/**
 * One line of an answer, in the columns that matter.
 *
 * @param timestamp the start of its bucket as answered; null: the whole interval
 * @param subjectId the team or user; null or empty: nobody, or the organization as a whole
 * @param value a plain number; null: missing, or not finite
 */
public record Datapoint(String timestamp, String subjectId, String value) {}
