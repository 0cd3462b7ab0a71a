package org.enrol.account.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.enrol.account.model.EmailAddress;
import org.enrol.error.EnrolException;

/** What holds for every address that is accepted, and for whatever else people type. */
class EmailAddressesPropertiesTest {

    private final EmailAddresses addresses = new EmailAddresses();

    @Property
    void theCanonicalFormIsItsOwnCanonicalForm(@ForAll("good") String typed) {
        String canonical = addresses.parse("email", typed).canonical();

        assertThat(addresses.parse("email", canonical).canonical()).isEqualTo(canonical);
    }

    @Property
    void caseBlanksAndPartsOfLettersDoNotCount(@ForAll("good") String typed) {
        EmailAddress address = addresses.parse("email", typed);

        assertThat(addresses.parse("email", "  " + typed.toUpperCase(Locale.ROOT) + " ")).isEqualTo(address);
        assertThat(addresses.parse("email", Normalizer.normalize(typed, Normalizer.Form.NFD))).isEqualTo(address);
    }

    /** Whatever is accepted fits its column, has one @ and nothing but visible ASCII. */
    @Property
    void nothingTypedBreaksTheReader(@ForAll("anything") String typed) {
        try {
            assertThat(addresses.parse("email", typed).canonical()).hasSizeLessThanOrEqualTo(320).matches("[!-?A-~]+@[a-z0-9.-]+");
        } catch (EnrolException refused) {
            assertThat(refused.reasons()).hasSize(1);
        }
    }

    @Provide
    Arbitrary<String> good() {
        Arbitrary<String> local = Arbitraries.strings().withCharRange('a', 'z').numeric().withChars('+', '_', '-', '\'').ofMinLength(1).ofMaxLength(64);
        Arbitrary<String> label = Arbitraries.strings().withCharRange('a', 'z').withChars('é', 'ü', 'ñ', 'ç').ofMinLength(1).ofMaxLength(20);
        return Combinators.combine(local, label, Arbitraries.of("gov.uk", "gouv.fr", "gov.cymru")).as((l, d, top) -> l + "@" + d + "." + top);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(Arbitraries.strings().all(),
                Combinators.combine(Arbitraries.strings().ascii().ofMaxLength(70), Arbitraries.strings().all().ofMaxLength(300))
                        .as((local, domain) -> local + "@" + domain + ".uk"));
    }
}
