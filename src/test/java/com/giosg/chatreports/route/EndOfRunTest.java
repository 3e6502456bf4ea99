package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFile;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run is this process's own until its end is noted, however long the ledger takes for that. */
class EndOfRunTest extends RouteTestSupport {

    private final CountDownLatch noting = new CountDownLatch(1);
    private final CountDownLatch noted = new CountDownLatch(1);
    private volatile Ledger answering = ledger;
    private Installation installation;

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats, sinks: [one, two] }";
    }

    @Override
    String sinks() {
        return """
            one: { type: file, directory: "%1$s/one" }
              two: { type: file, directory: "%1$s/two" }""".formatted(folder);
    }

    @Override
    Wiring wiring() {
        Installation any = installation();
        installation = new Installation(
                any.home(), any.templates(), any.data(), any.configuration(), slow(), any.clock(), any.random());
        return Wiring.of(installation, Patience.LONG);
    }

    /** The one of the test; the end of a run is not noted there before the test wants it to be. */
    private Ledger slow() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, values) -> {
                    if (method.getName().equals("move") && ((Run.State) values[1]).isFinal()) {
                        noting.countDown();
                        noted.await();
                    }
                    return answer(method, values);
                });
    }

    private Object answer(Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(answering, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The routes end only once nothing waits any more. */
    @AfterEach
    void noteAll() {
        noted.countDown();
    }

    @Test
    void nobodyTakesItUpBeforeItsEndIsNoted() throws InterruptedException {
        Run run = beginToEnd();

        assertThat(runs().isServed(run.id())).isTrue();
        assertThat(new Takeover(ledger, runs(), installation.clock()).unserved())
                .as("though the ledger still has it among those that are not over")
                .isEmpty();
        assertThat(ledger.unfinished()).hasSize(1);

        noted.countDown();
        await().until(() -> !runs().isServed(run.id()));
        assertThat(state(run)).isEqualTo(Run.State.DONE);
    }

    @Test
    void whoeverTakesItAfterItsEndFindsNothingToDo() throws InterruptedException {
        Run run = beginToEnd();

        noted.countDown();
        await().until(() -> !runs().isServed(run.id()));

        assertThat(runs().claim(run.id())).isFalse();
        assertThat(runs().isServed(run.id())).isFalse();
    }

    @Test
    void aMessageThatComesTwiceGivesNothingBackWhileNothingCanBeRead() throws InterruptedException {
        Run run = beginToEnd();
        answering = closed();

        announceAndWait(run);

        assertThat(runs().isServed(run.id())).isTrue();
    }

    @Test
    void ofTheLanesOfItsSinksTheLastOneGivesItBack() throws Exception {
        Run run = plannedRun();
        noted.countDown();
        assertThat(runs().claim(run.id())).isTrue();
        ActiveRun active = runs().open(run.id());
        active.parties().join(2);
        Endings endings = (Endings) wiring.beans().get(Wiring.ENDINGS);

        endings.settle(active);
        endings.settle(active);
        assertThat(runs().isServed(run.id())).isTrue();
        endings.settle(active);

        assertThat(runs().isServed(run.id())).isFalse();
    }

    /** As far as the write of its end. */
    private Run beginToEnd() throws InterruptedException {
        api.answers(FIGURES);
        Run run = plannedRun();
        template.sendBody("direct:schedule-run", run.id());
        noting.await();
        return run;
    }

    private SqlLedger closed() {
        SqlLedger closed = LedgerFile.open(folder.resolve("closed"), installation.clock());
        closed.close();
        return closed;
    }

    private void announceAndWait(Run run) {
        template.requestBody("{{runs.endpoint}}", run.id());
    }

    private Runs runs() {
        return (Runs) wiring.beans().get(Wiring.RUNS);
    }

    private Run.State state(Run run) {
        return ledger.run(run.id()).orElseThrow().state();
    }
}
