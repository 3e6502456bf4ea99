package com.giosg.chatreports.route;

/**
 * The latest try of a delivery that failed.
 *
 * @param tries so far
 * @param again whether it is tried again at once, or nearly so
 */
public record DeliveryAttempt(int tries, boolean again) {}
