package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;

/** Figures as rows print them: the digits that were answered, never an exponent. */
final class Numbers {

    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "+Infinity", "-Infinity");
    private static final String CHARACTERS = "0123456789+-.eE";

    private Numbers() {}

    /** The number that the parser stands on; null where it is not finite. */
    static String ofNumber(JsonParser parser) throws IOException, RequestFailure {
        String text = parser.getText();
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return text;
        }
        if (parser.isNaN()) {
            return null;
        }
        try {
            return hasExponent(text) ? withoutExponent(text) : text;
        } catch (NumberFormatException e) {
            // Jackson has checked the spelling, so it is the exponent that does not even fit an int.
            throw tooLarge(text);
        }
    }

    /** The number in a text, as other Giosg reports answer decimals; null where it is not finite. */
    static String ofText(String text) throws RequestFailure {
        if (NOT_FINITE.contains(text)) {
            return null;
        }
        if (text.length() > AnswerLimits.NUMBER_CHARACTERS) {
            throw tooLarge(text);
        }
        // BigDecimal would take the digits of every script.
        if (text.chars().anyMatch(c -> CHARACTERS.indexOf(c) < 0)) {
            throw notANumber(text);
        }
        try {
            return hasExponent(text) ? withoutExponent(text) : new BigDecimal(text).toPlainString();
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
    }

    private static boolean hasExponent(String text) {
        return text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    }

    /** Looks at the exponent before it prints a digit. */
    private static String withoutExponent(String text) throws RequestFailure {
        BigDecimal number = new BigDecimal(text);
        long exponent = (long) number.precision() - number.scale() - 1;
        if (Math.abs(exponent) > AnswerLimits.NUMBER_EXPONENT) {
            throw tooLarge(text);
        }
        return number.toPlainString();
    }

    private static RequestFailure tooLarge(String text) {
        return new RequestFailure(
                FailureKind.LIMIT,
                "the figure %s has more than %d characters or an exponent beyond ±%d"
                        .formatted(
                                Quoted.printable(text), AnswerLimits.NUMBER_CHARACTERS, AnswerLimits.NUMBER_EXPONENT));
    }

    private static RequestFailure notANumber(String text) {
        return new RequestFailure(
                FailureKind.SHAPE_CHANGED, "a number was expected; found the text " + Quoted.text(text));
    }
}
