package org.enrol.request.model;

import java.util.Objects;

/**
 * What a request begins with.
 *
 * @param reference what people will quote
 * @param target    what it is about, in canonical form: asked at most once at a time
 * @param title     what the lists show
 * @param owner     the account that asks; 0 where the type has applicants without account
 * @param former    the request that has to be complete before; 0 for none
 */
public record NewRequest(String reference, RequestType type, String target, String title, long owner, long former) {

    public NewRequest {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(type);
        Objects.requireNonNull(target);
        Objects.requireNonNull(title);
    }

    /** While it is open, no other request has it. */
    public String openKey() {
        return openKey(type, target);
    }

    static String openKey(RequestType type, String target) {
        return type.name() + ":" + target;
    }
}
