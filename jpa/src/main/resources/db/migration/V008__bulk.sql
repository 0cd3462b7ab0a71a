-- What became of mails, staff accounts, and actions over many requests.

-- What staff may know of a mail: for whom and about what. How its delivery stands is in the outbox message of the same number.
-- Once per mail it can be sent again; that one can be sent again in its turn.
create table ordered_mail (
  id          bigint       primary key references outbox_message,
  template    varchar(40)  not null,
  address     varchar(320) not null,
  link_id     bigint,
  request_id  bigint references request,
  again_of    bigint       constraint ordered_mail_again_once unique references ordered_mail check (again_of <> id),
  refused_at  timestamptz,
  refusal     varchar(500),
  constraint ordered_mail_refusal check ((refused_at is null) = (refusal is null))
);
insert into ordered_mail (id, template, address, link_id)
select id, mail ->> 'template', mail ->> 'to', nullif((mail ->> 'link')::bigint, 0)
from (select id, payload::json as mail from outbox_message where topic = 'mail') owed;

-- Each filter of the page of mails, newest first; what waits has the outbox's own index.
create index ordered_mail_address on ordered_mail (lower(address), id);
create index ordered_mail_request on ordered_mail (request_id, id) where request_id is not null;
create index ordered_mail_refused on ordered_mail (id) where refused_at is not null;
create index outbox_message_given_up on outbox_message (id) where given_up_at is not null;

grant select, insert, update on ordered_mail to "${application}";

-- Staff: who is suspended and why.
alter table account add column suspended_at timestamptz;
alter table account add column suspended_reason varchar(2000);
alter table account add constraint account_suspended check ((suspended_at is null) = (suspended_reason is null)
  and (suspended_at is null or status = 'DEACTIVATED'));

-- Until now administrators invited staff; where nobody is a staff manager yet, they go on with it.
insert into account_role (account_id, role)
select account_id, 'STAFF_MANAGER' from account_role
where role = 'ADMINISTRATOR' and not exists (select from account_role where role = 'STAFF_MANAGER');

-- Somebody who can decide and somebody who can let people in always stay. Changes of staff wait for each other, here and in the application
-- (the same lock): two who suspend each other's colleague at once would otherwise both find one left.
-- The operator who has to get round it disables the trigger.
create function check_somebody_is(lost varchar) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(8);
  if not exists (select from account_role r join account a on a.id = r.account_id where r.role = lost and a.status = 'ACTIVE') then
    raise exception 'nobody would be % any more', lost using errcode = 'check_violation', constraint = 'staff_stays';
  end if;
end $$;
create function account_staff_stays() returns trigger language plpgsql as $$
begin
  perform check_somebody_is(role) from account_role where account_id = old.id and role in ('ADMINISTRATOR', 'STAFF_MANAGER');
  return null;
end $$;
create trigger account_staff_stays after update of status on account for each row
  when (old.status = 'ACTIVE' and new.status <> 'ACTIVE') execute function account_staff_stays();
create function account_role_staff_stays() returns trigger language plpgsql as $$
begin
  perform check_somebody_is(old.role);
  return null;
end $$;
create trigger account_role_staff_stays after delete or update on account_role for each row
  when (old.role in ('ADMINISTRATOR', 'STAFF_MANAGER')) execute function account_role_staff_stays();

-- The two roles that reach everything are given by two staff managers: one asks, another one gives. Only who is the one staff manager there
-- is gives them alone; so that nobody becomes that by taking the role from the others, two of them always keep it.
create table staff_grant (
  id               bigint generated always as identity primary key,
  role             varchar(20)  not null check (role in ('ADMINISTRATOR', 'STAFF_MANAGER')),
  account_id       bigint       references account,
  email            varchar(320),
  canonical_email  varchar(320),
  language         varchar(8)   not null,
  asked_by         bigint       not null references account,
  asked_at         timestamptz  not null,
  decided_by       bigint       references account,
  decided_at       timestamptz,
  outcome          varchar(12)  check (outcome in ('GIVEN', 'ALONE', 'DECLINED')),
  constraint staff_grant_to_one check ((account_id is null) = (canonical_email is not null) and (email is null) = (canonical_email is null)),
  constraint staff_grant_decided check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  constraint staff_grant_four_eyes check (outcome is distinct from 'GIVEN' or decided_by <> asked_by),
  constraint staff_grant_not_own check (account_id is null or account_id <> asked_by and account_id is distinct from decided_by)
);
create unique index staff_grant_open_once on staff_grant (role, coalesce(account_id, 0), coalesce(canonical_email, '')) where outcome is null;
create function staff_grant_alone() returns trigger language plpgsql as $$
begin
  if exists (select from account_role where role = 'STAFF_MANAGER' and account_id <> new.decided_by) then
    raise exception 'there is another staff manager' using errcode = 'check_violation', constraint = 'staff_grant_alone';
  end if;
  return null;
end $$;
create trigger staff_grant_alone after insert or update on staff_grant for each row
  when (new.outcome = 'ALONE') execute function staff_grant_alone();
create function staff_managers_stay() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(8);
  if (select count(*) from account_role where role = 'STAFF_MANAGER') < 2 then
    raise exception 'two staff managers keep the role' using errcode = 'check_violation', constraint = 'staff_managers_stay';
  end if;
  return null;
end $$;
create trigger account_role_managers_stay after delete or update on account_role for each row
  when (old.role = 'STAFF_MANAGER') execute function staff_managers_stay();

grant select, insert, update on staff_grant to "${application}";

-- One action over many requests: what was ordered, and what became of each. Who works on an item holds the lock of its row, so that a
-- killed node lets go of it at once; an item and its effect are one transaction, so that nothing is done twice and nothing is passed over.
create table bulk_job (
  id               bigint generated always as identity primary key,
  action           varchar(40)   not null check (action in ('ASSIGN', 'RECORD_ADMIN_APPROVAL', 'SCHEDULE', 'COMPLETE', 'RETURN_TO_AUTHOR',
    'REJECT', 'CLOSE')),
  comment          varchar(4000) not null,
  assignee_id      bigint        references account,
  filter           varchar(2000) not null,
  repeats          bigint        references bulk_job,
  status           varchar(12)   not null check (status in ('PREPARED', 'WAITING', 'RUNNING', 'STOPPED', 'DONE', 'DISCARDED')),
  four_eyes        boolean       not null,
  total            integer       not null,
  ordered_by_kind  varchar(12)   not null check (ordered_by_kind = 'ACCOUNT'),
  ordered_by       bigint        not null references account,
  ordered_at       timestamptz   not null,
  confirmed_by     bigint        references account,
  ended_at         timestamptz,
  version          bigint        not null,
  constraint bulk_job_four_eyes check (not four_eyes or confirmed_by is not null or status in ('PREPARED', 'WAITING', 'DISCARDED')),
  constraint bulk_job_not_own check (confirmed_by is null or confirmed_by <> ordered_by)
);
create index bulk_job_running on bulk_job (id) where status = 'RUNNING';

create table bulk_item (
  id            bigint generated always as identity primary key,
  job_id        bigint      not null references bulk_job,
  request_id    bigint      not null references request,
  seen_version  bigint      not null,
  state         varchar(8)  not null check (state in ('PENDING', 'DONE', 'REFUSED')),
  attempts      integer     not null default 0,
  refusal       varchar(60),
  ended_at      timestamptz,
  constraint bulk_item_once unique (job_id, request_id),
  constraint bulk_item_refusal check ((state = 'REFUSED') = (refusal is not null)),
  constraint bulk_item_ended check ((state = 'PENDING') = (ended_at is null))
);
create index bulk_item_in_state on bulk_item (job_id, state, id);

grant select, insert, update on bulk_job, bulk_item to "${application}";
