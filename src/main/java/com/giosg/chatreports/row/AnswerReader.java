package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.giosg.chatreports.request.Request;
import java.io.InputStream;

/** Reads answers as a stream: an answer of any length takes the same memory. */
public final class AnswerReader {

    /** Nothing is read before the first batch is asked for; every failure comes with the batches. */
    public Answer read(InputStream body, Request request, AnswerLimits limits) {
        JsonFactory json = JsonFactory.builder()
                .streamReadConstraints(limits.constraints())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // NaN and Infinity are not JSON, but Giosg's events API once answered them.
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        return new Answer(body, json, request);
    }
}
