package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.metrics.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figures that cannot all be right, or hardly, one sentence each. Asked for is only what follows from how Giosg counts:
 * the sum of all users is no bound for the organization, since a chat of two users counts for each of them and one in
 * which each wrote a single message for neither; but none of them alone can have more than the whole.
 *
 * <p>A figure that can still grow says nothing against a larger one.
 */
final class Doubts {

    private static final String CHATS = "real-chats";
    private static final String CHATS_WITH_SALES = "real-chats-with-sales";
    private static final String MESSAGES = "messages-in-real-chats";
    private static final String SALES = "sales-in-real-chats";
    private static final String PURCHASE_VALUE = "average-purchase-value-in-real-chats";

    /** Where nobody has more than all: a chat may be a short one for a user, and a real one for the organization. */
    private static final Set<String> BOUNDED = Set.of(CHATS, CHATS_WITH_SALES, MESSAGES, SALES);

    /** The user writes at least so often in a real chat. */
    private static final BigDecimal MESSAGES_PER_CHAT = BigDecimal.valueOf(2);

    /** How far an average may be from its quotient: answers are rounded, and seconds apart. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private final List<Overview.Line> lines;
    private final Map<String, Integer> neverZero;
    private final Language language;

    private Doubts(List<Overview.Line> lines, Map<String, Integer> neverZero, Language language) {
        this.lines = lines;
        this.neverZero = neverZero;
        this.language = language;
    }

    /** @param neverZero as {@link com.giosg.chatreports.format.facts.Yardstick} has it */
    static List<String> of(Overview overview, List<Table> tables, Map<String, Integer> neverZero, Language language) {
        Doubts doubts = new Doubts(overview.lines(), neverZero, language);
        return Stream.of(
                        doubts.ofMoreThanItsWhole().stream(),
                        doubts.ofTooFewMessages().stream(),
                        doubts.ofAverage().stream(),
                        doubts.each(doubts::ofNegative),
                        doubts.each(doubts::ofSilence),
                        tables.stream()
                                .filter(table -> table.scope() != Scope.ORG)
                                .flatMap(doubts::ofSubjects))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private Stream<String> each(Function<Overview.Line, Optional<String>> doubt) {
        return lines.stream().map(doubt).flatMap(Optional::stream);
    }

    private Optional<String> ofMoreThanItsWhole() {
        return known(CHATS_WITH_SALES, CHATS)
                .filter(figures ->
                        isAbove(figures.get(0).total(), figures.get(1).total()))
                .map(figures -> language.text(Phrase.DOUBT_PART, name(figures.get(0)), name(figures.get(1))));
    }

    private Optional<String> ofTooFewMessages() {
        return known(MESSAGES, CHATS)
                .filter(figures -> isFinal(figures.get(0).total())
                        && value(figures.get(0)).compareTo(value(figures.get(1)).multiply(MESSAGES_PER_CHAT)) < 0)
                .map(figures -> language.text(Phrase.DOUBT_MESSAGES, name(figures.get(0)), name(figures.get(1))));
    }

    private Optional<String> ofAverage() {
        return known(PURCHASE_VALUE, SALES, CHATS_WITH_SALES)
                .filter(figures -> figures.stream().map(Overview.Line::total).allMatch(Doubts::isFinal))
                .filter(figures -> {
                    BigDecimal sales = value(figures.get(1));
                    BigDecimal product = value(figures.get(0)).multiply(value(figures.get(2)));
                    return product.subtract(sales).abs().compareTo(sales.abs().multiply(TOLERANCE)) > 0;
                })
                .map(figures -> language.text(
                        Phrase.DOUBT_AVERAGE, name(figures.get(0)), name(figures.get(1)), name(figures.get(2))));
    }

    private Optional<String> ofNegative(Overview.Line line) {
        return Optional.of(line)
                .filter(found -> value(found) != null && value(found).signum() < 0)
                .map(found -> language.text(Phrase.DOUBT_NEGATIVE, name(found)));
    }

    /** Who was busy and is so no more may have lost what counts them. */
    private Optional<String> ofSilence(Overview.Line line) {
        boolean silent = line.total().value() != null
                && isFinal(line.total())
                && value(line).signum() == 0;
        if (!silent) {
            return Optional.empty();
        }
        return line.change().stream()
                .map(Change::before)
                .filter(before -> before.value() != null && before.value().signum() > 0)
                .map(before -> language.text(Phrase.DOUBT_SILENCE, name(line), before.text()))
                .findFirst()
                .or(() -> Optional.ofNullable(neverZero.get(line.metric().id()))
                        .map(reports -> language.text(Phrase.DOUBT_SILENCE_FOR_ONCE, name(line), reports)));
    }

    private Stream<String> ofSubjects(Table table) {
        return IntStream.range(0, table.columns().size())
                .filter(column -> BOUNDED.contains(table.columns().get(column).id()))
                .mapToObj(column -> ofSubjects(table, column))
                .flatMap(Optional::stream);
    }

    private Optional<String> ofSubjects(Table table, int column) {
        return known(table.columns().get(column).id()).flatMap(whole -> {
            List<String> above = new ArrayList<>();
            for (Table.Line line : table.lines()) {
                Figure figure = line.figures().get(column);
                if (figure.value() != null && isAbove(figure, whole.get(0).total())) {
                    above.add("%s (%s)".formatted(line.label().text(), figure.text()));
                }
            }
            return above.isEmpty()
                    ? Optional.empty()
                    : Optional.of(language.text(Phrase.DOUBT_SUBJECTS, some(above), name(whole.get(0))));
        });
    }

    private String some(List<String> names) {
        int others = names.size() - 1;
        return others == 0 ? names.get(0) : language.text(Phrase.AND_OTHERS, names.get(0), others);
    }

    /** The organization's figures of these metrics; empty unless all are there. */
    private Optional<List<Overview.Line>> known(String... metrics) {
        List<Overview.Line> found = new ArrayList<>();
        for (String metric : metrics) {
            lines.stream()
                    .filter(line -> line.metric().id().equals(metric) && value(line) != null)
                    .forEach(found::add);
        }
        return Optional.of(found).filter(all -> all.size() == metrics.length);
    }

    private static boolean isAbove(Figure part, Figure whole) {
        return isFinal(whole) && part.value().compareTo(whole.value()) > 0;
    }

    private static boolean isFinal(Figure figure) {
        return figure.mark() != Mark.PROVISIONAL;
    }

    private static BigDecimal value(Overview.Line line) {
        return line.total().value();
    }

    private String name(Overview.Line line) {
        return language.text(
                Phrase.METRIC_WITH_FIGURE, line.metric().title(), line.total().text());
    }
}
