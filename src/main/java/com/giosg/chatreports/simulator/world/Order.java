package com.giosg.chatreports.simulator.world;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A purchase by the visitor of a chat.
 *
 * @param sales amount with two decimals
 * @param subscriptionSales the part of it that is a subscription
 */
public record Order(Instant time, BigDecimal sales, BigDecimal subscriptionSales) {}
