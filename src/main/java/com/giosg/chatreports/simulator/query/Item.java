package com.giosg.chatreports.simulator.query;

import java.time.Instant;
import java.util.List;

/** One row that a query is evaluated over. */
public interface Item {

    Instant time();

    /** What stands in a dimension, as text: none, one, or several in an array dimension. */
    List<String> values(String dimension);
}
