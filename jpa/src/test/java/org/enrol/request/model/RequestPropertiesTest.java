package org.enrol.request.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.enrol.error.EnrolException;

/** Random people do random things to two chained requests; no order of deeds breaks what must always hold. */
class RequestPropertiesTest {

    private static final Set<RequestStatus> ASSIGNED = Set.of(RequestStatus.ASSIGNED, RequestStatus.IN_REVIEW_FEASIBILITY,
            RequestStatus.IN_REVIEW_PROJECT_SCOPE, RequestStatus.IN_REVIEW_GOVERNANCE, RequestStatus.APPROVED_PENDING, RequestStatus.APPROVED_IN_PROGRESS);

    private static final Set<RequestAction> BACKWARD = Set.of(RequestAction.CLOSE, RequestAction.REJECT, RequestAction.RETURN_TO_AUTHOR);

    /**
     * Somebody tries something.
     *
     * @param choice which of the actions: at times any, at times one that the request offers them, mostly one that leads on
     */
    record Deed(int person, int choice, boolean explained, int assignee, boolean onSecond, int hours) {
    }

    @Property(tries = 2000)
    void noOrderOfDeedsBreaksWhatMustAlwaysHold(@ForAll RequestType type, @ForAll RequestType next, @ForAll("deeds") List<Deed> deeds) {
        Chain chain = new Chain(type, next);
        for (Deed deed : deeds) {
            chain.timePasses(Duration.ofHours(deed.hours()));
            attempt(chain, deed);
            holds(chain, chain.first());
            holds(chain, chain.second());
            assertThat(isOut(chain.second())).as("second is out").isEqualTo(chain.first().isComplete());
        }
        Statistics.label("first ends").collect(chain.first().status() == RequestStatus.CLOSED ? chain.first().outcome() : "open");
        Statistics.label("second was released").collect(isOut(chain.second())).coverage(check -> check.check(true).percentage(share -> share > 5));
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 999),
                        Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)),
                        Arbitraries.of(0, 1, 4, 5, 6), Arbitraries.of(true, false), Arbitraries.integers().between(0, 60))
                .as(Deed::new).list().ofMinSize(20).ofMaxSize(60);
    }

    private static void attempt(Chain chain, Deed deed) {
        Request request = deed.onSecond() ? chain.second() : chain.first();
        List<Object> before = state(chain);
        int events = chain.history(request).size();
        try {
            if (deed.choice() % 20 == 19) {
                chain.undergo(request, deed.explained() ? SystemStep.TAKE_AS_ACKNOWLEDGED : SystemStep.GIVE_UP_WAITING);
            } else {
                act(chain, request, deed);
            }
            assertThat(chain.history(request)).hasSize(events + 1);
        } catch (EnrolException refused) {
            assertThat(state(chain)).as("after a refusal").isEqualTo(before);
        }
    }

    private static void act(Chain chain, Request request, Deed deed) {
        Party party = Chain.person(deed.person());
        List<RequestAction> offered = List.copyOf(request.possible(party));
        RequestAction action = chosen(deed.choice(), offered);
        chain.perform(request, action, party, deed.explained() ? "because" : " ", action == RequestAction.ASSIGN ? deed.assignee() : 0);
        assertThat(offered).as("what was done was offered").contains(action);
        RequestEvent last = last(chain, request);
        assertThat(decides(last) && request.isOwnedBy(party.actor())).as("owner decided his own by %s", action).isFalse();
        if (action == RequestAction.REOPEN) {
            assertThat(request.approvedBy()).as("approval after reopening").isEmpty();
        }
    }

    private static RequestAction chosen(int choice, List<RequestAction> offered) {
        List<RequestAction> onward = offered.stream().filter(action -> !BACKWARD.contains(action)).toList();
        List<RequestAction> from = switch (choice % 8) {
            case 0 -> List.of(RequestAction.values());
            case 1 -> offered;
            default -> onward;
        };
        return from.isEmpty() ? RequestAction.SCHEDULE : from.get(choice / 8 % from.size());
    }

    /** Whatever the rows for owners are not for. */
    private static boolean decides(RequestEvent event) {
        return Arrays.stream(Transition.values()).filter(row -> row.action().name().equals(event.action()) && row.from().contains(event.from().orElseThrow()))
                .noneMatch(row -> row.role() == RequestRole.OWNER);
    }

    private static void holds(Chain chain, Request request) {
        RequestStatus status = request.status();
        assertThat(status == RequestStatus.CLOSED).as("closed if and only if there is an outcome").isEqualTo(request.outcome() != null);
        assertThat(!ASSIGNED.contains(status) || request.assigneeId().isPresent()).as("%s has an assignee", status).isTrue();
        assertThat(request.assigneeId()).as("assignee").isNotEqualTo(Optional.of(Chain.OWNER));
        assertThat(request.dueAt().isPresent()).as("due in %s", status).isEqualTo(status.ball() == RequestStatus.Ball.STAFF);
        if (request.type().asksForFourEyes() && request.completedBy().isPresent()) {
            assertThat(request.completedBy()).as("who completed").isNotEqualTo(request.approvedBy());
        }
        request.dueAt().ifPresent(due -> assertThat(Chain.CALENDAR.between(chain.now(), due)).isLessThanOrEqualTo(Chain.ALLOWED));
        isGapless(chain.history(request), request);
    }

    private static void isGapless(List<RequestEvent> history, Request request) {
        assertThat(history.get(0).from()).isEmpty();
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).number()).isEqualTo(i + 1);
            if (i > 0) {
                assertThat(history.get(i).from()).contains(history.get(i - 1).to());
            }
        }
        RequestEvent last = history.get(history.size() - 1);
        assertThat(last.to()).isEqualTo(request.status());
        assertThat(last.assigneeAfter()).isEqualTo(request.assigneeId());
    }

    private static RequestEvent last(Chain chain, Request request) {
        List<RequestEvent> history = chain.history(request);
        return history.get(history.size() - 1);
    }

    private static boolean isOut(Request successor) {
        return successor.status() != RequestStatus.DRAFT && successor.outcome() != Outcome.PREDECESSOR_FAILED;
    }

    private static List<Object> state(Chain chain) {
        List<Object> state = new ArrayList<>();
        for (Request request : List.of(chain.first(), chain.second())) {
            state.addAll(Arrays.asList(request.status(), Objects.toString(request.outcome()), request.assigneeId(), request.approvedBy(),
                    request.completedBy(), request.dueAt(), request.changedAt(), chain.history(request).size()));
        }
        return state;
    }
}
