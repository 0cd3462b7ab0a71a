package org.enrol.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import org.enrol.audit.model.AuditContent;
import org.enrol.audit.model.AuditSeal.Signature;
import org.enrol.audit.service.Finding.Kind;
import org.enrol.secret.SecretKeys;
import org.junit.jupiter.api.Test;

class ChainWalkTest {

    private static final AuditKeys KEYS = WrittenChain.KEYS;
    private static final AuditKeys OTHER_KEYS = new AuditKeys(SecretKeys.of("another key of the tests, as long as that", ""));

    @Test
    void whatTheSealerWroteIsWhole() {
        WrittenChain chain = WrittenChain.of(20);

        assertThat(chain.findings(KEYS, chain.anchor(KEYS))).isEmpty();
    }

    @Test
    void nothingAtAllIsWhole() {
        assertThat(WrittenChain.of(0).findings(KEYS)).isEmpty();
    }

    @Test
    void onlyTheFirstOfManyChangesIsNamed() {
        WrittenChain chain = WrittenChain.of(20);
        change(chain, 12);
        change(chain, 5);

        assertThat(chain.findings(KEYS)).containsExactly(new Finding(Kind.CHANGED, 1, 5, 17, ""));
    }

    @Test
    void aGapIsNamed() {
        WrittenChain chain = WrittenChain.of(20);
        chain.links.remove(4);

        assertThat(chain.findings(KEYS)).extracting(Finding::kind, Finding::position).containsExactly(tuple(Kind.SEALS_MISSING, 5L));
    }

    @Test
    void exchangedLinksAreNamed() {
        WrittenChain chain = WrittenChain.of(20);
        Collections.swap(chain.links, 4, 5);

        assertThat(chain.findings(KEYS)).extracting(Finding::kind).containsExactly(Kind.SEALS_MISSING);
    }

    @Test
    void aLinkPutInAtTheEndWithoutTheKeyIsNamed() {
        WrittenChain chain = WrittenChain.of(19);
        chain.append(OTHER_KEYS, Signature.VALID);

        assertThat(chain.findings(KEYS)).containsExactly(new Finding(Kind.SEAL_FOREIGN, 1, 20, 77, ""));
    }

    @Test
    void anEntryThatTheSealerDidNotKnowForOursIsNamed() {
        WrittenChain chain = WrittenChain.of(3);
        chain.append(KEYS, Signature.WRONG);

        assertThat(chain.findings(KEYS)).containsExactly(new Finding(Kind.ENTRY_FOREIGN, 1, 4, 13, ""));
    }

    @Test
    void entriesFromBeforeThereWereSignaturesAreFineAtTheBeginningOnly() {
        WrittenChain old = new WrittenChain();
        old.append(KEYS, Signature.MISSING);
        old.append(KEYS, Signature.VALID);
        assertThat(old.findings(KEYS)).isEmpty();

        old.append(KEYS, Signature.MISSING);
        assertThat(old.findings(KEYS)).containsExactly(new Finding(Kind.ENTRY_FOREIGN, 1, 3, 9, ""));
    }

    @Test
    void linksFromBeforeTheLastTwoKeysAreVouchedForByLaterOnes() {
        WrittenChain chain = new WrittenChain();
        chain.append(OTHER_KEYS, Signature.VALID);
        chain.append(KEYS, Signature.VALID);
        assertThat(chain.findings(KEYS)).isEmpty();

        change(chain, 1);
        assertThat(chain.findings(KEYS)).containsExactly(new Finding(Kind.CHANGED, 1, 1, 1, ""));
    }

    @Test
    void anAnchorKnowsACutOffEnd() {
        WrittenChain chain = WrittenChain.of(20);
        Anchor anchor = chain.anchor(KEYS);
        chain.links.subList(10, 20).clear();

        assertThat(chain.findings(KEYS)).isEmpty();
        assertThat(chain.findings(KEYS, anchor)).extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.TRUNCATED, 11L));
    }

    /** By somebody who has the key too: only the anchor still tells. */
    @Test
    void anAnchorKnowsAChainSealedAnew() {
        WrittenChain chain = WrittenChain.of(10);
        Anchor early = chain.anchor(KEYS);
        WrittenChain anew = WrittenChain.of(10);
        chain.append(KEYS, Signature.VALID);
        Anchor late = chain.anchor(KEYS);
        anew.append(KEYS, Signature.MISSING);

        assertThat(anew.findings(KEYS, early, late)).extracting(Finding::kind, Finding::position, Finding::entry)
                .contains(tuple(Kind.RESEALED, 11L, 41L));
    }

    @Test
    void aPersonalPartThatTheTrailDoesNotTellOfIsMissing() {
        WrittenChain chain = WrittenChain.of(20);
        erase(chain, 5);

        assertThat(chain.findings(KEYS)).containsExactly(new Finding(Kind.PERSONAL_MISSING, 1, 5, 17, ""));
    }

    @Test
    void whatTheTrailTellsOfIsErasedAndNoMore() {
        WrittenChain chain = WrittenChain.of(20);
        erase(chain, 5);
        Erasures upToThen = new Erasures();
        upToThen.add(90, "until:" + chain.links.get(4).stored().content().at());
        Erasures ofThePerson = new Erasures();
        ofThePerson.add(18, "account:7");

        assertThat(chain.findings(upToThen, KEYS)).isEmpty();
        assertThat(chain.findings(ofThePerson, KEYS)).isEmpty();
        erase(chain, 6);
        assertThat(chain.findings(upToThen, KEYS)).extracting(Finding::kind, Finding::entry).containsExactly(tuple(Kind.PERSONAL_MISSING, 21L));
        assertThat(chain.findings(ofThePerson, KEYS)).extracting(Finding::kind, Finding::entry).containsExactly(tuple(Kind.PERSONAL_MISSING, 21L));
    }

    private static void erase(WrittenChain chain, int position) {
        SealedEntry link = chain.links.get(position - 1);
        chain.links.set(position - 1, new SealedEntry(link.shard(), link.position(), link.entry(), link.personal(), link.signature(), link.hash(),
                link.mac(), new StoredEntry(link.stored().content(), StoredEntry.NONE, link.stored().mac())));
    }

    private static void change(WrittenChain chain, int position) {
        SealedEntry link = chain.links.get(position - 1);
        AuditContent was = link.stored().content();
        AuditContent changed = new AuditContent(was.id(), was.at(), was.action(), "account:8", was.subject(), was.request());
        chain.links.set(position - 1, new SealedEntry(link.shard(), link.position(), link.entry(), link.personal(), link.signature(), link.hash(),
                link.mac(), new StoredEntry(changed, link.stored().personal(), link.stored().mac())));
    }
}
