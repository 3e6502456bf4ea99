package com.giosg.chatreports.format;

import com.giosg.chatreports.time.Window;

/**
 * What every batch says about its rows; also where there are none.
 *
 * @param run id of the run
 * @param report name of the report
 * @param organization key of the organization
 * @param window the stretch of time that the run covers
 */
public record Envelope(String run, String report, String organization, Window window) {}
