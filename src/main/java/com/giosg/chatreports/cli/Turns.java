package com.giosg.chatreports.cli;

import java.util.function.BooleanSupplier;

/** Decides who does a piece of work. */
interface Turns {

    /**
     * Does the work, unless somebody else does it first.
     *
     * @param over whether it is done
     * @param work does it in this process
     */
    void take(BooleanSupplier over, Runnable work);
}
