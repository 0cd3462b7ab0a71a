-- The engine's own truths: all types, the staff's clock, chained requests, a history without gaps; and days off that the rules do not know.

alter table request drop constraint request_type_check;
alter table request add constraint request_type_check check (type in ('EMAIL_DOMAIN', 'COMPANY_CHECK', 'JOIN_COMPANY', 'CREATE_USER_ACCOUNT',
  'JOIN_ORGANISATION', 'CREATE_DEPARTMENT', 'CREATE_ORGANISATION'));
alter table request add constraint request_researcher_has_owner check (owner_id is not null
  or type not in ('CREATE_USER_ACCOUNT', 'JOIN_ORGANISATION', 'CREATE_DEPARTMENT', 'CREATE_ORGANISATION'));

-- The clock: since when it runs, and how many seconds of working time were left then. What was due before goes on from here.
alter table request add column clock_since timestamptz;
alter table request add column clock_left bigint;
update request set due_at = null where status not in ('AWAITING_PICKUP', 'ASSIGNED', 'IN_REVIEW_FEASIBILITY', 'IN_REVIEW_PROJECT_SCOPE',
  'IN_REVIEW_GOVERNANCE', 'APPROVED_PENDING', 'APPROVED_IN_PROGRESS');
update request set clock_since = now(), clock_left = greatest(0, extract(epoch from due_at - now()))::bigint where due_at is not null;
alter table request add constraint request_clock check ((due_at is null) = (clock_since is null) and (clock_since is null or clock_left >= 0));
alter table request add constraint request_clock_with_staff check (due_at is null or status in ('AWAITING_PICKUP', 'ASSIGNED',
  'IN_REVIEW_FEASIBILITY', 'IN_REVIEW_PROJECT_SCOPE', 'IN_REVIEW_GOVERNANCE', 'APPROVED_PENDING', 'APPROVED_IN_PROGRESS'));

-- What waits for the applicant, oldest first: the system closes it after a while.
create index request_with_applicant on request (changed_at, id) where status in ('COMPLETE_AWAITING_ACKNOWLEDGEMENT', 'RETURNED');

-- A successor leaves DRAFT, but to end, only when the request before it is complete.
create function request_waits() returns trigger language plpgsql as $$
begin
  if not exists (select from request where id = new.previous_request_id
      and (status = 'COMPLETE_AWAITING_ACKNOWLEDGEMENT' or outcome = 'COMPLETED')) then
    raise exception 'request % waits for request %', new.id, new.previous_request_id using errcode = 'check_violation', constraint = 'request_waits';
  end if;
  return new;
end $$;
create trigger request_waits before insert or update of status, previous_request_id on request for each row
  when (new.previous_request_id is not null and new.status not in ('DRAFT', 'CLOSED')) execute function request_waits();

-- What was done stays done: so a successor that was let go needs no second look.
create function request_refused() returns trigger language plpgsql as $$
begin
  raise exception 'request %: %', old.id, tg_argv[0] using errcode = 'check_violation', constraint = tg_name;
end $$;
create trigger request_done_stays before update of status, outcome on request for each row
  when ((old.status = 'COMPLETE_AWAITING_ACKNOWLEDGEMENT' or old.outcome = 'COMPLETED')
    and not (new.status = 'COMPLETE_AWAITING_ACKNOWLEDGEMENT' or new.outcome is not distinct from 'COMPLETED'))
  execute function request_refused('is complete');
create trigger request_counts_events before update on request for each row
  when (new.events not in (old.events, old.events + 1)
    or (new.events = old.events and (new.status is distinct from old.status or new.assignee_id is distinct from old.assignee_id)))
  execute function request_refused('changes by one event at a time');

-- One change, one row of the history that tells it; looked at when the transaction commits, by the unique index of the history.
create function request_is_told() returns trigger language plpgsql as $$
begin
  if not exists (select from request_event where request_id = new.id and number = new.events
      and from_status = old.status and to_status = new.status
      and assignee_before is not distinct from old.assignee_id and assignee_after is not distinct from new.assignee_id) then
    raise exception 'request %: event % does not tell what changed', new.id, new.events using errcode = 'check_violation', constraint = 'request_is_told';
  end if;
  return null;
end $$;
create constraint trigger request_is_told after update on request deferrable initially deferred for each row
  when (new.events > old.events and old.events > 0) execute function request_is_told();

create function request_begins() returns trigger language plpgsql as $$
begin
  if not exists (select from request r join request_event e on e.request_id = r.id and e.number = r.events and e.to_status = r.status
      where r.id = new.id) then
    raise exception 'request %: no history', new.id using errcode = 'check_violation', constraint = 'request_begins';
  end if;
  return null;
end $$;
create constraint trigger request_begins after insert on request deferrable initially deferred for each row execute function request_begins();

create function request_event_follows() returns trigger language plpgsql as $$
begin
  if new.number > (select events from request where id = new.request_id)
      or (new.number = 1) <> (new.from_status is null)
      or new.number > 1 and not exists (select from request_event where request_id = new.request_id and number = new.number - 1
        and to_status = new.from_status and assignee_after is not distinct from new.assignee_before) then
    raise exception 'request %: event % follows nothing', new.request_id, new.number using errcode = 'check_violation', constraint = 'request_event_follows';
  end if;
  return null;
end $$;
create constraint trigger request_event_follows after insert on request_event deferrable initially deferred for each row
  execute function request_event_follows();

-- Where the calendar of a region departs from the bank holidays, which are computed.
create table holiday_change (
  id          bigint generated always as identity primary key,
  region      varchar(24)  not null check (region in ('ENGLAND_AND_WALES', 'SCOTLAND', 'NORTHERN_IRELAND')),
  day         date         not null,
  off         boolean      not null,
  name        varchar(100) not null check (off = (name <> '')),
  changed_by  bigint       not null references account,
  changed_at  timestamptz  not null,
  constraint holiday_change_once unique (region, day)
);
grant select, insert, delete on holiday_change to "${application}";
