package org.enrol.launcher;

/** Something on this machine stops the start. The message is for a person: what is wrong and what to do, on one line. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do about it, for a person to read */
    public StartRefused(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do about it, for a person to read
     * @param cause   what the machine said
     */
    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
