package org.enrol.messaging.service;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The orders of this transaction, as they stand in the outbox. */
@TransactionScoped
class TransactionMails implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> payloads = new ArrayList<>();

    void add(String payload) {
        payloads.add(payload);
    }

    List<String> payloads() {
        return List.copyOf(payloads);
    }
}
