package org.enrol.account.service;

import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;

/**
 * What an account is made from once its mailbox is proved.
 *
 * @param phone        as typed; empty for none
 * @param passwordHash from {@link PasswordHashing}
 */
public record NewAccount(EmailAddress email, String name, String phone, String language, Role role, String passwordHash) {
}
