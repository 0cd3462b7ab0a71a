package org.enrol.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The statistics behind {@link NeutralTimesIT}. */
class SampleTest {

    @Test
    void equalSamplesGiveNoReasonToThinkOfADifference() {
        assertThat(sample(0, 2).probability(sample(1, 2))).isCloseTo(0.90, within(0.01));
    }

    @Test
    void shiftedSamplesAreToldApart() {
        assertThat(sample(0, 1).probability(sample(40, 1))).isLessThan(0.001);
    }

    @Test
    void percentileIsTheValueThatSoManyStayBelow() {
        assertThat(sample(1, 1).percentile(0.5)).isEqualTo(50);
        assertThat(sample(1, 1).percentile(0.95)).isEqualTo(95);
    }

    /** A hundred values in even steps. */
    private static Sample sample(int first, int step) {
        Sample sample = new Sample();
        IntStream.range(0, 100).forEach(i -> sample.add(first + i * step));
        return sample;
    }
}
