package com.giosg.chatreports.format;

import java.util.List;

/**
 * The order of the wide layout, which does not follow from the rows: a figure that was never asked has none.
 *
 * @param metrics ids in the order of the columns, as configured
 * @param scopes ids in the order of the lines, as configured
 */
public record WideOrder(List<String> metrics, List<String> scopes) {}
