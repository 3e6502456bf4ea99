package com.giosg.chatreports.format.chart;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers for a narrow margin. */
final class AxisText {

    private static final int THOUSAND = 3;
    private static final int MILLION = 6;
    private static final int MILLIARD = 9;
    private static final BigDecimal LONG = BigDecimal.valueOf(10_000);

    private AxisText() {}

    /** {@code 2,500}, {@code 25K}, {@code 2.5M}. */
    static String of(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.compareTo(LONG) < 0) {
            return print(value);
        }
        if (size.compareTo(BigDecimal.ONE.scaleByPowerOfTen(MILLION)) < 0) {
            return print(value.scaleByPowerOfTen(-THOUSAND)) + "K";
        }
        return size.compareTo(BigDecimal.ONE.scaleByPowerOfTen(MILLIARD)) < 0
                ? print(value.scaleByPowerOfTen(-MILLION)) + "M"
                : print(value.scaleByPowerOfTen(-MILLIARD)) + "B";
    }

    private static String print(BigDecimal value) {
        return new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }
}
