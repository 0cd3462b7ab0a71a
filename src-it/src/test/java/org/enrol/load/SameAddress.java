package org.enrol.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.enrol.load.Browser.Answer;

/** 64 people with one address press the button at once, first the one that signs up, then the one that makes the account. */
final class SameAddress {

    private static final int PEOPLE = 64;
    private static final long MAIL_SECONDS = 30;
    private static final String ADDRESS = "everybody@one-council.gov.uk";

    private final MeasuredServer server;
    private final Report report;

    SameAddress(MeasuredServer server, Report report) {
        this.server = server;
        this.report = report;
    }

    void measure(AtomicLong numbers) throws IOException, SQLException, InterruptedException {
        List<Buyer> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Buyer(server.place(), numbers.incrementAndGet(), new Timings()));
        }
        CompletableFuture<String> token = server.place().mail().expect(ADDRESS);
        List<Callable<Answer>> signUps = new ArrayList<>();
        for (Buyer buyer : people) {
            Map<String, String> form = PageForm.of(buyer.browser().get("/buyer/create").html());
            form.put("email", ADDRESS);
            signUps.add(() -> buyer.browser().post("/buyer/create", form));
        }
        count("sign up", atOnce(signUps));
        String link = token.orTimeout(MAIL_SECONDS, TimeUnit.SECONDS).join();
        List<Callable<Answer>> activations = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Buyer buyer = people.get(i);
            Map<String, String> answers = buyer.answers(link, "marble cactus " + i + " evening");
            activations.add(() -> buyer.browser().post("/activate", answers));
        }
        count("activate", atOnce(activations));
        long accounts = server.database().number("select count(*) from account where canonical_email = '" + ADDRESS + "'");
        report.say("- accounts: %d\n", accounts);
        assertThat(accounts).isEqualTo(1);
    }

    private void count(String button, List<Answer> answers) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Answer answer : answers) {
            String kind = answer.status() + " " + (answer.location().isEmpty() ? PageForm.heading(answer.html()) : answer.location());
            kinds.merge(kind, 1, Integer::sum);
        }
        report.say("%d people with one address press \"%s\" at once:", PEOPLE, button);
        kinds.forEach((kind, times) -> {
            report.line("same-address", "button,answers,answer", button, times, kind);
            report.say("- %d × %s", times, kind);
        });
    }

    private static List<Answer> atOnce(List<Callable<Answer>> deeds) throws InterruptedException {
        ExecutorService lanes = Executors.newFixedThreadPool(deeds.size());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> waiting = deeds.stream().map(deed -> lanes.submit(() -> {
            start.await();
            return deed.call();
        })).toList();
        start.countDown();
        lanes.shutdown();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> future : waiting) {
            try {
                answers.add(future.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return answers;
    }
}
