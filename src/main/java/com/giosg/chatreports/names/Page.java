package com.giosg.chatreports.names;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param entries those that have an id and a name
 * @param next the address of the page after it, as the directory says it: not to be trusted; empty on the last one
 */
public record Page(List<Entry> entries, Optional<String> next) {}
