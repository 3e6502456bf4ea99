package com.giosg.chatreports.network;

import java.time.Duration;

/**
 * Where on a connection a fault strikes.
 *
 * @param answer how many bytes of the answer pass before
 * @param upload how many bytes of the upload pass before
 * @param pause between two pieces of what comes slowly
 */
public record Spot(long answer, long upload, Duration pause) {}
