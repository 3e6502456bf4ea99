package com.giosg.chatreports.config;

import java.util.List;

/**
 * A configuration without a problem.
 *
 * @param configuration what was read
 * @param notes what an operator should know all the same, in the order of the file, e.g. which metrics a scope lacks
 * @param outline what stands there
 */
public record CheckedConfiguration(Configuration configuration, List<Problem> notes, Outline outline) {}
