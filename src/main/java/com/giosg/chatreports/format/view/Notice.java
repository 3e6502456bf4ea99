package com.giosg.chatreports.format.view;

import java.util.List;

/**
 * What a reader has to know before the figures.
 *
 * @param mark the figures that it is about
 * @param headline in one sentence
 * @param details one sentence each
 */
public record Notice(Mark mark, String headline, List<String> details) {}
