package org.enrol.request.service;

import org.enrol.audit.model.Actor;

/**
 * A file that somebody sends.
 *
 * @param applicant whom it belongs to; null for the staff
 * @param name      as the browser calls it
 * @param declared  its type as the browser says; may be empty
 * @param form      the form it came with, so that sending it twice is one file
 */
public record Upload(long requestId, String applicant, Actor author, String name, String declared, byte[] content, String form) {

    /** Without the content: it may stand in a log. */
    @Override
    public String toString() {
        return "Upload for request " + requestId + ", " + content.length + " bytes";
    }
}
