package org.enrol.outbox.port;

import java.util.List;
import java.util.Map;

/** Delivers the messages of one topic. */
public interface Delivery {

    /** The topic whose messages it takes; exactly one delivery has it. */
    String topic();

    /**
     * Makes one attempt for each message. Called outside any transaction, at least once per message; must be done within a minute.
     *
     * @return what did not arrive: the message's id and one line for the operator, without personal data; it is tried again later
     * @throws RuntimeException if nothing of the batch arrived
     */
    Map<Long, String> deliver(List<Owed> batch);
}
