package org.enrol.account.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmailAddressTest {

    private final EmailAddress address = new EmailAddress("Jo.Bloggs@Leeds.gov.uk", "jo.bloggs@leeds.gov.uk");

    @Test
    void twoSpellingsOfOneMailboxAreEqual() {
        assertThat(address).isEqualTo(new EmailAddress("JO.BLOGGS@leeds.GOV.UK", "jo.bloggs@leeds.gov.uk"))
                .hasSameHashCodeAs(new EmailAddress("JO.BLOGGS@leeds.GOV.UK", "jo.bloggs@leeds.gov.uk"))
                .isNotEqualTo(new EmailAddress("Jo.Bloggs@Leeds.gov.uk", "jo.bloggs@york.gov.uk"));
    }

    @Test
    void theDomainIsTheCanonicalOne() {
        assertThat(address.domain()).isEqualTo("leeds.gov.uk");
    }

    @Test
    void aLogLineDoesNotNameThePerson() {
        assertThat(address).hasToString("***@leeds.gov.uk");
    }
}
