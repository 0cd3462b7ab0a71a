package org.enrol.error;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Something was refused for the reasons listed, the gravest first. Rolls the transaction back; never wrapped by the container. */
@ApplicationException(rollback = true)
public class EnrolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> reasons;

    public EnrolException(ErrorCode code) {
        this(List.of(Refusal.of(code)));
    }

    public EnrolException(Refusal reason) {
        this(List.of(reason));
    }

    public EnrolException(List<Refusal> reasons) {
        super(reasons.stream().map(reason -> reason.code().code()).toList().toString());
        this.reasons = List.copyOf(reasons);
    }

    /** Refuses if there is any reason to. */
    public static void unlessEmpty(List<Refusal> reasons) {
        if (!reasons.isEmpty()) {
            throw new EnrolException(reasons);
        }
    }

    public List<Refusal> reasons() {
        return reasons;
    }

    public ErrorCode code() {
        return reasons.get(0).code();
    }

    public boolean is(ErrorCode code) {
        return code() == code;
    }
}
