package com.giosg.chatreports.format.view;

/**
 * Where the figures come from, for whoever is asked about them.
 *
 * @param report the report's name in the configuration
 * @param run the run's id in the ledger
 * @param asked when the figures were asked for, by the clock of the window's zone
 * @param version of the application
 */
public record Origin(String report, String run, String asked, String version) {}
