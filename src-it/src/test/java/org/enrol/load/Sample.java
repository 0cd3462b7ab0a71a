package org.enrol.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Times measured under one condition, and how they compare with those under another. */
final class Sample {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** @param share from 0 to 1 */
    double percentile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    /**
     * How likely a difference at least this large would be if both came from one distribution: Mann and Whitney's test, two-sided, by its
     * normal approximation, which is good from 20 values each.
     */
    double probability(Sample other) {
        record Ranked(double value, boolean mine) {
        }
        List<Ranked> all = Stream.concat(values.stream().map(v -> new Ranked(v, true)), other.values.stream().map(v -> new Ranked(v, false)))
                .sorted(Comparator.comparingDouble(Ranked::value)).toList();
        double rankSum = 0;
        for (int i = 0; i < all.size(); i++) {
            rankSum += all.get(i).mine() ? i + 1 : 0;
        }
        double mine = values.size();
        double others = other.values.size();
        double u = rankSum - mine * (mine + 1) / 2;
        double deviation = Math.sqrt(mine * others * (mine + others + 1) / 12);
        return twoSided(Math.abs(u - mine * others / 2) / deviation);
    }

    /** Of the normal distribution, to four digits (Abramowitz and Stegun, 26.2.17). */
    private static double twoSided(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double polynomial = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 2 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    }
}
