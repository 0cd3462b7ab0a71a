package org.enrol.load;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.enrol.load.Browser.Answer;

/** A person who registers as a buyer, from the first page to the buyer area, and measures how long each step takes. */
final class Buyer {

    private static final int COUNCILS = 400;
    private static final long MAIL_SECONDS = 60;

    private final Place place;
    private final long number;
    private final Browser browser;
    private final Timings timings;

    /** @param number of this person; nobody else in the run may have it */
    Buyer(Place place, long number, Timings timings) {
        this.place = place;
        this.number = number;
        this.browser = place.browser(number);
        this.timings = timings;
    }

    /** @throws IllegalStateException if the server answers other than it should to an honest buyer */
    void register() throws IOException, InterruptedException {
        CompletableFuture<String> token = place.mail().expect(email());
        signUp(email());
        activate(awaited(token), password());
        expect(200, measured(Step.AREA, () -> browser.get("/buyer")));
    }

    String email() {
        return "buyer" + number + "@council" + number % COUNCILS + ".gov.uk";
    }

    /** From the empty form to "check your email". */
    void signUp(String email) throws IOException, InterruptedException {
        Answer form = expect(200, measured(Step.CREATE_PAGE, () -> browser.get("/buyer/create")));
        Map<String, String> fields = PageForm.of(form.html());
        fields.put("email", email);
        expect(302, measured(Step.SUBMIT, () -> browser.post("/buyer/create", fields)));
        expect(200, measured(Step.CHECK_EMAIL, () -> browser.get("/buyer/check-email")));
    }

    private void activate(String token, String password) throws IOException, InterruptedException {
        Map<String, String> fields = answers(token, password);
        expect(302, measured(Step.ACTIVATE, () -> browser.post("/activate", fields)));
    }

    /** Opens the link and fills in the form behind it. */
    Map<String, String> answers(String token, String password) throws IOException, InterruptedException {
        Answer form = expect(200, measured(Step.LINK, () -> browser.get("/activate?token=" + token)));
        Map<String, String> fields = PageForm.of(form.html());
        fields.put("name", "Robin Measure " + number);
        fields.put("organisation", "Council number " + number % COUNCILS);
        fields.put("phone", "020 7946 0123");
        fields.put("password", password);
        fields.put("accepted", "true");
        return fields;
    }

    Browser browser() {
        return browser;
    }

    private String password() {
        return "lantern quarry " + number + " velvet";
    }

    private String awaited(CompletableFuture<String> token) throws InterruptedException {
        long start = System.nanoTime();
        try {
            String received = token.get(MAIL_SECONDS, TimeUnit.SECONDS);
            timings.add(Step.MAIL, System.nanoTime() - start);
            return received;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no mail within " + MAIL_SECONDS + " s", e);
        }
    }

    /** One request. */
    private interface Request {
        Answer send() throws IOException, InterruptedException;
    }

    private Answer measured(Step step, Request request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Answer answer = request.send();
        timings.add(step, System.nanoTime() - start);
        return answer;
    }

    private static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("status " + answer.status() + ": " + PageForm.heading(answer.html()));
        }
        return answer;
    }
}
