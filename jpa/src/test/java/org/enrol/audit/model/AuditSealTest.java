package org.enrol.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.enrol.audit.model.AuditSeal.Signature;
import org.junit.jupiter.api.Test;

class AuditSealTest {

    private static final byte[] NONE = new byte[0];
    private static final AuditContent CONTENT =
            new AuditContent(7, Instant.parse("2026-11-22T10:15:30.123456Z"), "SIGNED_IN", "account:7", "account:7", "r1");

    /** Sealed for good: were this to change, every trail there is would look broken. */
    @Test
    void theCanonicalFormNeverChanges() {
        assertThat(HexFormat.of().formatHex(CONTENT.canonical())).isEqualTo(
                "00000013" + hex("enrol-audit-entry-1") + "00000008" + "0000000000000007"
                        + at() + "00000009" + hex("SIGNED_IN") + "00000009" + hex("account:7") + "00000009" + hex("account:7") + "00000002" + hex("r1"));
    }

    @Test
    void noTwoEntriesHaveTheSameForm() {
        AuditContent one = new AuditContent(1, CONTENT.at(), "AB", "C", "", "");
        AuditContent other = new AuditContent(1, CONTENT.at(), "A", "BC", "", "");

        assertThat(one.canonical()).isNotEqualTo(other.canonical());
    }

    @Test
    void whatTheDatabaseDoesNotKeepIsNotSealed() {
        AuditContent finer = new AuditContent(7, CONTENT.at().plusNanos(789), "SIGNED_IN", "account:7", "account:7", "r1");

        assertThat(finer.canonical()).isEqualTo(CONTENT.canonical());
    }

    @Test
    void aLinkDependsOnTheOneBefore() {
        AuditSeal first = AuditSeal.next(3, 1, NONE, CONTENT, NONE, Signature.VALID);

        assertThat(AuditSeal.next(3, 2, first.hash(), CONTENT, NONE, Signature.VALID).hash())
                .isNotEqualTo(AuditSeal.next(3, 2, NONE, CONTENT, NONE, Signature.VALID).hash());
    }

    @Test
    void aLinkDependsOnEverythingItSays() {
        byte[] hash = AuditSeal.next(3, 1, NONE, CONTENT, NONE, Signature.VALID).hash();

        assertThat(AuditSeal.next(2, 1, NONE, CONTENT, NONE, Signature.VALID).hash()).isNotEqualTo(hash);
        assertThat(AuditSeal.next(3, 2, NONE, CONTENT, NONE, Signature.VALID).hash()).isNotEqualTo(hash);
        assertThat(AuditSeal.next(3, 1, NONE, CONTENT, new byte[32], Signature.VALID).hash()).isNotEqualTo(hash);
        assertThat(AuditSeal.next(3, 1, NONE, CONTENT, NONE, Signature.WRONG).hash()).isNotEqualTo(hash);
    }

    @Test
    void personalDetailsCannotBeGuessedFromTheirHash() {
        byte[] one = new PersonalContent("10.0.0.1", "", new byte[16]).digest();
        byte[] saltedOtherwise = new PersonalContent("10.0.0.1", "", "another salt...!".getBytes(StandardCharsets.UTF_8)).digest();

        assertThat(one).hasSize(32).isNotEqualTo(saltedOtherwise);
    }

    private static String at() {
        long micros = CONTENT.at().getEpochSecond() * 1_000_000 + 123_456;
        return "00000008" + HexFormat.of().toHexDigits(micros);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
