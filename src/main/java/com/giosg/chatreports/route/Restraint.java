package com.giosg.chatreports.route;

import com.giosg.chatreports.request.Pauses;

/**
 * Who is left alone for a while, and what keeps runs from going on. Whoever asks or delivers heeds it, and the status page tells of it.
 *
 * @param tokens the breakers of the API, by the fingerprint of a token
 * @param tokenPauses the pauses that the API asked for
 * @param sinks the breakers of sinks, by their names
 * @param sinkPauses the pauses that sinks asked for
 * @param hindrances that nothing can be kept
 */
record Restraint(
        Breakers tokens, TokenPauses tokenPauses, Breakers sinks, SinkPauses sinkPauses, Hindrances hindrances) {

    /** Nobody is left alone so far. */
    static Restraint of(Installation installation, Patience patience) {
        return new Restraint(
                new Breakers(patience, installation.steady(), installation.clock()),
                new TokenPauses(new Pauses(installation.steady()), installation.clock()),
                new Breakers(patience, installation.steady(), installation.clock()),
                new SinkPauses(new Pauses(installation.steady()), installation.clock()),
                new Hindrances(patience));
    }
}
