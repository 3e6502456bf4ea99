package com.giosg.chatreports.route;

/** The names of the variables that travel with an exchange: our context, where headers belong to protocols. */
final class Variables {

    /** {@link ActiveRun}. */
    static final String RUN = "run";
    /** {@link com.giosg.chatreports.request.Request}. */
    static final String REQUEST = "request";
    /** {@link NameSearch}. */
    static final String SEARCH = "search";
    /** {@link com.giosg.chatreports.names.Listing}. */
    static final String LISTING = "listing";
    /** {@link ActiveRows}. */
    static final String ROWS = "rows";
    /** {@link Attempt}. */
    static final String FAILURE = "failure";
    /** That of its token, until it is given back: see {@link TokenTurns}. */
    static final String TURN = "turn";

    /** {@link DeliveryAttempt}. */
    static final String TRIED = "tried";
    /** {@link com.giosg.chatreports.ledger.Delivery}. */
    static final String DELIVERY = "delivery";

    /** The sink's settings that depend on the artifact: names to values. */
    static final String SETTINGS = "settings";

    /** What kind of content the artifact is, as protocols name it. */
    static final String MEDIA_TYPE = "mediaType";

    /** The same at every try of a delivery. */
    static final String KEY = "key";

    /** Where or under which name a sink's peer can be asked for the artifact. */
    static final String RECEIPT = "receipt";

    /** {@link Probe}. */
    static final String PROBE = "probe";

    /** What a probe found out, in words. */
    static final String FINDING = "finding";

    /** {@link TokenUser}. */
    static final String USER = "user";

    private Variables() {}
}
