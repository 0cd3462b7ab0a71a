package org.enrol.load;

/** How dear passwords are made. */
enum Hashing {

    /** What Enrol ships. */
    CONFIGURED(19_456, 2),
    /** The least that argon2id can do: what is left is everything but the hashing. */
    APART(8, 1);

    private final int memoryKib;
    private final int iterations;

    Hashing(int memoryKib, int iterations) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
    }

    int memoryKib() {
        return memoryKib;
    }

    int iterations() {
        return iterations;
    }
}
