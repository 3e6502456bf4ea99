package com.giosg.chatreports.time;

import java.time.ZonedDateTime;

/**
 * One bucket of a window, clamped to the window's bounds.
 *
 * @param start inclusive
 * @param end exclusive
 */
public record Bucket(ZonedDateTime start, ZonedDateTime end) {}
