package com.giosg.chatreports.simulator.query;

/**
 * One figure that is asked for.
 *
 * @param kind how the figure comes about
 * @param dimension what it is computed from
 * @param name of its column in the answer
 */
record Aggregation(Kind kind, String dimension, String name) {

    /** The verbs of both APIs. */
    enum Kind {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        UNIQUE
    }
}
