package org.enrol.account.service;

import java.util.Set;
import org.enrol.account.model.Role;

/** Somebody who is signed in, as pages and the container need to know them. */
public record Person(long accountId, String name, String email, String language, Set<Role> roles) {

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isStaff);
    }
}
