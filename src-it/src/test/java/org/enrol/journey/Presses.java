package org.enrol.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many people who press a button at once. */
final class Presses {

    private Presses() {
    }

    static List<Page> atOnce(List<Callable<Page>> presses) throws InterruptedException, ExecutionException {
        ExecutorService crowd = Executors.newFixedThreadPool(presses.size());
        try {
            List<Page> answers = new ArrayList<>();
            for (Future<Page> answer : crowd.invokeAll(presses)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            crowd.shutdown();
        }
    }
}
