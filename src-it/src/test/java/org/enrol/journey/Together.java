package org.enrol.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets people do things at the same moment. */
final class Together {

    private Together() {
    }

    /** Each deed in a thread of its own, all let go at once. @return what each gave, in their order */
    static <T> List<T> all(List<Callable<T>> deeds) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(deeds.size());
        CyclicBarrier start = new CyclicBarrier(deeds.size());
        try {
            List<Callable<T>> waiting = deeds.stream().map(deed -> (Callable<T>) () -> {
                start.await();
                return deed.call();
            }).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : crowd.invokeAll(waiting)) {
                results.add(result.get());
            }
            return results;
        } finally {
            crowd.shutdown();
        }
    }
}
