package org.enrol.request.model;

import java.util.Objects;

/**
 * What a request begins with.
 *
 * @param reference what people will quote
 * @param target    what it is about, in canonical form: asked at most once at a time
 * @param title     what the lists show
 * @param owner     the account that asks; 0 where the type has applicants without account
 */
public record NewRequest(String reference, RequestType type, String target, String title, long owner) {

    public NewRequest {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(type);
        Objects.requireNonNull(target);
        Objects.requireNonNull(title);
    }
}
