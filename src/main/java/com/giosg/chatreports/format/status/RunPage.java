package com.giosg.chatreports.format.status;

import java.util.List;

/**
 * All that is known about one run.
 *
 * @param undelivered why something did not arrive, with its sink
 * @param notes what readers should know besides the figures
 * @param more how many deliveries there are besides those that are listed
 * @param version of the application
 */
public record RunPage(
        RunView run,
        List<String> undelivered,
        List<String> notes,
        List<RequestLine> requests,
        List<DeliveryLine> deliveries,
        int more,
        String version) {

    /**
     * What became of a request.
     *
     * @param rows how many; empty where there are none
     * @param cause why there are none
     * @param next what can be done about it
     */
    public record RequestLine(String id, State state, String rows, String tries, String cause, String next) {}

    /**
     * What became of an artifact at a sink.
     *
     * @param sink with the team where it is about one
     * @param detail a cause, or a receipt
     * @param page its address where it is a page
     */
    public record DeliveryLine(
            String sink, String file, String size, State state, String detail, String nextTry, List<String> page) {}
}
