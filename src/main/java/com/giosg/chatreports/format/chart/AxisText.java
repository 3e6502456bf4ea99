package com.giosg.chatreports.format.chart;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import java.math.BigDecimal;
import java.text.DecimalFormat;

/** Numbers for a narrow margin. */
final class AxisText {

    private static final int THOUSAND = 3;
    private static final int MILLION = 6;
    private static final int MILLIARD = 9;
    private static final BigDecimal LONG = BigDecimal.valueOf(10_000);

    private AxisText() {}

    /** {@code 2,500}, {@code 25K}, {@code 2.5M}. */
    static String of(BigDecimal value, Language language) {
        BigDecimal size = value.abs();
        if (size.compareTo(LONG) < 0) {
            return print(value, language);
        }
        if (size.compareTo(BigDecimal.ONE.scaleByPowerOfTen(MILLION)) < 0) {
            return language.text(Phrase.THOUSANDS, print(value.scaleByPowerOfTen(-THOUSAND), language));
        }
        return size.compareTo(BigDecimal.ONE.scaleByPowerOfTen(MILLIARD)) < 0
                ? language.text(Phrase.MILLIONS, print(value.scaleByPowerOfTen(-MILLION), language))
                : language.text(Phrase.MILLIARDS, print(value.scaleByPowerOfTen(-MILLIARD), language));
    }

    private static String print(BigDecimal value, Language language) {
        return new DecimalFormat("#,##0.########", language.symbols()).format(value);
    }
}
