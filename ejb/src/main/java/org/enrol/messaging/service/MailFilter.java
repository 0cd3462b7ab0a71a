package org.enrol.messaging.service;

/**
 * Which mails are wanted.
 *
 * @param address   whole address of the recipient, in any case; empty for all
 * @param reference of the request that they tell about; empty for all
 * @param state     null for all
 */
public record MailFilter(String address, String reference, MailState state) {

    /** For the trail: what a member of staff searched for. */
    String description() {
        return "address=" + address + " reference=" + reference + " state=" + (state == null ? "" : state);
    }
}
