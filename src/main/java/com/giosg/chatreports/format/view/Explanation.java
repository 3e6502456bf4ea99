package com.giosg.chatreports.format.view;

/**
 * What a metric means.
 *
 * @param title what readers call it
 * @param unit what one of it is
 * @param text what is counted
 */
public record Explanation(String title, String unit, String text) {}
