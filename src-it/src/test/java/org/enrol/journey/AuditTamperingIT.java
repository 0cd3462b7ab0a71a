package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.enrol.journey.TrailCopy.Verdict;
import org.enrol.secret.SecretKeys;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the database's superuser does to the trail, the verifier names the first bad record. */
class AuditTamperingIT extends ClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ENOUGH = 60;

    @TempDir
    private Path folder;
    private Path anchors;
    private TrailCopy trail;
    /** An entry in the middle of its chain. */
    private long entry;
    private int shard;
    private long position;

    @BeforeEach
    void copyAnAnchoredTrail() throws SQLException, IOException {
        for (long there = Rows.count("select count(*) from audit_entry"); there < ENOUGH; there++) {
            Visitor visitor = Visitor.fromNewNetwork();
            visitor.submit(visitor.open("/forgotten-password").form().with("email", "nobody" + there + "@cabinetoffice.gov.uk"));
        }
        Awaitility.await("sealed and anchored").atMost(PATIENCE).until(AuditTamperingIT::isSealedAndAnchored);
        anchors = Files.copy(serverAnchors(), folder.resolve("anchors.log"));
        trail = new TrailCopy();
        shard = 1;
        position = trail.number("select max(position) from audit_seal where shard = 1") / 2;
        entry = trail.number("select entry_id from audit_seal where shard = 1 and position = " + position);
    }

    @AfterEach
    void dropTheCopy() throws SQLException {
        trail.close();
    }

    @Test
    void anUntouchedTrailIsWhole() {
        assertThat(verify()).satisfies(verdict -> assertThat(verdict.words()).contains("INTACT"))
                .satisfies(verdict -> assertThat(verdict.status()).isZero());
    }

    @Test
    void personalDetailsTakenAwayWithoutAWordAreNamed() throws SQLException {
        trail.change("delete from audit_personal where entry_id = " + entry);

        assertFirst("PERSONAL_MISSING: Entry " + entry + ":");
    }

    /** Somebody else's entry that tells of it gives itself away. */
    @Test
    void aForgedEntryThatTellsOfAnErasureIsNamed() throws SQLException {
        long foreign = insertCopyOfEntry();
        trail.change("update audit_entry set action = 'PERSONAL_DATA_ERASED', subject = 'until:' || to_char(now(), 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') where id = " + foreign);
        trail.change("delete from audit_personal where entry_id = " + entry);

        assertThat(verify().words()).contains("PERSONAL_MISSING: Entry " + entry + ":").contains("ENTRY_FOREIGN: Entry " + foreign + " ");
    }

    @Test
    void aChangedEntryIsNamed() throws SQLException {
        trail.change("update audit_entry set actor = 'account:999' where id = " + entry);

        assertFirst("CHANGED: Entry " + entry + " ");
    }

    @Test
    void changedPersonalDetailsAreNamed() throws SQLException {
        trail.change("update audit_personal set detail = 'somebody else' where entry_id = " + entry);

        assertFirst("PERSONAL_CHANGED: Entry " + entry + ":");
    }

    @Test
    void aDeletedEntryIsNamed() throws SQLException {
        trail.change("delete from audit_entry where id = " + entry);

        assertFirst("DELETED: Entry " + entry + " ");
    }

    @Test
    void anEntryDeletedWithItsSealLeavesAGap() throws SQLException {
        trail.change("delete from audit_entry where id = " + entry);
        trail.change("delete from audit_seal where entry_id = " + entry);

        assertFirst("SEALS_MISSING: Positions and neighbouring entries " + position + "–" + position + ", " + entryAt(position - 1) + " … " + entryAt(position + 1));
    }

    @Test
    void closingTheGapDoesNotHideIt() throws SQLException {
        long next = entryAt(position + 1);
        trail.change("delete from audit_entry where id = " + entry);
        trail.change("delete from audit_seal where entry_id = " + entry);
        trail.change("update audit_seal set position = position - 1 where shard = 1 and position > " + position);

        assertFirst("SEAL_FOREIGN: Entry " + next + ":");
    }

    @Test
    void anEntryPutInWithoutASealIsNamed() throws SQLException {
        long foreign = insertCopyOfEntry();

        assertFirst("ENTRY_FOREIGN: Entry " + foreign + " ");
    }

    @Test
    void anEntryPutInWithASealIsNamed() throws SQLException {
        long foreign = insertCopyOfEntry();
        trail.change("update audit_seal set position = position + 1 where shard = 1 and position > " + position);
        trail.change("insert into audit_seal select shard, position + 1, " + foreign + ", personal, signature, hash, mac from audit_seal where entry_id = " + entry);

        assertFirst("SEAL_FOREIGN: Entry " + foreign + ":");
    }

    @Test
    void entriesThatChangedPlacesAreNamed() throws SQLException {
        long next = entryAt(position + 1);
        trail.change("update audit_entry set id = case id when " + entry + " then " + next + " else " + entry + " end where id in (" + entry + ", " + next + ")");

        assertFirst("CHANGED: Entry " + entry + " ");
    }

    @Test
    void sealsThatChangedPlacesAreNamed() throws SQLException {
        long next = entryAt(position + 1);
        trail.change("update audit_seal set position = case position when " + position + " then " + (position + 1) + " else " + position
                + " end where shard = 1 and position in (" + position + ", " + (position + 1) + ")");

        assertFirst("SEAL_FOREIGN: Entry " + next + ":");
    }

    @Test
    void aCutOffEndIsNamedByTheAnchor() throws SQLException {
        long last = trail.number("select max(position) from audit_seal where shard = 1");
        trail.change("delete from audit_entry where id in (select entry_id from audit_seal where shard = 1 and position > " + (last - 10) + ")");
        trail.change("delete from audit_seal where shard = 1 and position > " + (last - 10));

        assertFirst("TRUNCATED: Chain 1 ends before position " + (last - 9) + ":");
        assertThat(trail.verify(Map.of(), List.of()).words()).as("without anchors").contains("INTACT").contains("No anchor was compared");
    }

    @Test
    void aTrailSealedAnewWithoutTheKeyIsNamed() throws SQLException {
        trail.change("update audit_seal set mac = substr(sha256(mac), 1, 16)");

        assertThat(verify().words()).contains("KEY_UNKNOWN: Chain 1 ").contains("BROKEN");
    }

    /** Nothing inside the database tells any more; what was kept outside does. */
    @Test
    void aTrailSealedAnewWithTheKeyIsNamedByTheAnchor() throws SQLException {
        long last = trail.number("select max(position) from audit_seal where shard = 1");
        trail.change("delete from audit_personal where entry_id = " + entry);
        trail.change("delete from audit_seal where entry_id = " + entry);
        trail.change("delete from audit_entry where id = " + entry);
        trail.sealAnew(1, SecretKeys.of(System.getenv("ENROL_SECRET_KEY"), ""));

        Verdict verdict = verify();
        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.words()).containsAnyOf("RESEALED: Chain 1 ", "TRUNCATED: Chain 1 ends before position " + last);
        assertThat(trail.verify(Map.of(), List.of()).words()).as("without anchors").contains("INTACT").contains("No anchor was compared");
    }

    @Test
    void aTrailRewrittenAndSealedAnewWithTheKeyIsNamedByTheAnchor() throws SQLException {
        trail.change("delete from audit_seal where entry_id = " + entryAt(1));
        trail.sealAnew(1, SecretKeys.of(System.getenv("ENROL_SECRET_KEY"), ""));

        assertThat(verify().words()).contains("RESEALED: Chain 1 ").contains("beginning with entry ");
    }

    /** A change of one's own key is no finding as long as the newest seals bear a known one. */
    @Test
    void anotherKeyKnowsNothingOfTheTrail() {
        Verdict verdict = trail.verify(Map.of("ENROL_SECRET_KEY", "another key, as long as the old one was"), List.of(anchors));

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.words()).contains("KEY_UNKNOWN: Chain 0 ").contains("without a signature of these keys");
    }

    @Test
    void thePreviousKeyIsStillKnown() {
        Verdict verdict = trail.verify(Map.of("ENROL_SECRET_KEY", "another key, as long as the old one was",
                "ENROL_SECRET_KEY_PREVIOUS", System.getenv("ENROL_SECRET_KEY")), List.of(anchors));

        assertThat(verdict.words()).contains("INTACT");
    }

    @Test
    void whatCannotBeReadIsNotCalledWhole() {
        Verdict verdict = trail.verify(Map.of("ENROL_DB_PASSWORD", "wrong"), List.of(anchors));

        assertThat(verdict.status()).isEqualTo(2);
        assertThat(verdict.words()).contains("could not be verified");
    }

    /** With another number and everything else as it was, the signature too. */
    private long insertCopyOfEntry() throws SQLException {
        long foreign = trail.number("select max(id) + 4 from audit_entry where mod(id, 4) = 1");
        trail.change("insert into audit_entry select " + foreign + ", at, action, actor, subject, request, mac from audit_entry where id = " + entry);
        trail.change("insert into audit_personal select " + foreign + ", address, detail, salt from audit_personal where entry_id = " + entry);
        return foreign;
    }

    private long entryAt(long place) throws SQLException {
        return trail.number("select entry_id from audit_seal where shard = " + shard + " and position = " + place);
    }

    private Verdict verify() {
        return trail.verify(Map.of(), List.of(anchors));
    }

    private void assertFirst(String finding) {
        Verdict verdict = verify();
        assertThat(verdict.words()).contains("The first bad record first:" + System.lineSeparator() + "  " + finding);
        assertThat(verdict.status()).isEqualTo(1);
    }

    private static boolean isSealedAndAnchored() throws IOException {
        if (Rows.count("select count(*) from audit_unsealed") > 0 || !Files.exists(serverAnchors())) {
            return false;
        }
        List<String> lines = Files.readAllLines(serverAnchors());
        String newest = lines.get(lines.size() - 1);
        return Rows.list("select ' ' || shard || ':' || max(position) || ':' from audit_seal group by shard").stream().allMatch(newest::contains);
    }

    private static Path serverAnchors() {
        return Path.of(System.getProperty("enrol.it.folder"), "server", "data", "enrol-audit-anchors.log");
    }
}
