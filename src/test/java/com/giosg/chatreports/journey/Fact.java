package com.giosg.chatreports.journey;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One thing that a metric counts.
 *
 * @param time decides the bucket
 * @param subject whose it is: id of a team or user; empty for the organization or for nobody
 * @param amount 1 where things are counted
 */
record Fact(Instant time, String subject, BigDecimal amount) {}
