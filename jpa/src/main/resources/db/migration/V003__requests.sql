-- Requests that people decide, their history, and the first type: access for an e-mail domain.

create table request (
  id                   bigint generated always as identity primary key,
  reference            varchar(16)  not null constraint request_reference unique,
  type                 varchar(24)  not null check (type in ('EMAIL_DOMAIN')),
  status               varchar(40)  not null check (status in ('DRAFT', 'AWAITING_APPROVAL', 'AWAITING_PICKUP', 'ASSIGNED',
    'IN_REVIEW_FEASIBILITY', 'IN_REVIEW_PROJECT_SCOPE', 'IN_REVIEW_GOVERNANCE', 'APPROVED_PENDING', 'APPROVED_IN_PROGRESS',
    'COMPLETE_AWAITING_ACKNOWLEDGEMENT', 'RETURNED', 'CLOSED')),
  outcome              varchar(24)  check (outcome in ('COMPLETED', 'REJECTED', 'WITHDRAWN', 'PREDECESSOR_FAILED', 'EXPIRED', 'SUPERSEDED')),
  target               varchar(320) not null,
  title                varchar(320) not null,
  owner_id             bigint references account,
  assignee_id          bigint references account,
  approved_by          bigint references account,
  completed_by         bigint references account,
  open_key             varchar(360) constraint request_open_once unique,
  previous_request_id  bigint constraint request_one_successor unique references request check (previous_request_id <> id),
  created_at           timestamptz  not null,
  changed_at           timestamptz  not null,
  due_at               timestamptz,
  events               integer      not null,
  version              bigint       not null,
  constraint request_closed_has_outcome check ((status = 'CLOSED') = (outcome is not null)),
  constraint request_open_has_key check ((status = 'CLOSED') = (open_key is null)),
  constraint request_assigned check (status not in ('ASSIGNED', 'IN_REVIEW_FEASIBILITY', 'IN_REVIEW_PROJECT_SCOPE', 'IN_REVIEW_GOVERNANCE',
    'APPROVED_PENDING', 'APPROVED_IN_PROGRESS') or assignee_id is not null),
  constraint request_four_eyes check (type <> 'EMAIL_DOMAIN' or completed_by is distinct from approved_by or completed_by is null),
  constraint request_not_own check (owner_id is null or (assignee_id is distinct from owner_id and approved_by is distinct from owner_id))
);

create table request_event (
  id               bigint generated always as identity primary key,
  request_id       bigint        not null references request,
  number           integer       not null,
  at               timestamptz   not null,
  actor            varchar(40)   not null,
  action           varchar(40)   not null,
  from_status      varchar(40),
  to_status        varchar(40)   not null,
  assignee_before  bigint,
  assignee_after   bigint,
  comment          varchar(4000) not null,
  constraint request_event_order unique (request_id, number)
);

-- Somebody who waits for a domain: own link, own messages, hidden from the others.
create table domain_wait (
  id               bigint generated always as identity primary key,
  request_id       bigint        not null references request,
  email            varchar(320)  not null,
  canonical_email  varchar(320)  not null,
  name             varchar(255)  not null,
  organisation     varchar(255)  not null,
  job              varchar(255)  not null,
  reason           varchar(2000) not null,
  evidence_link    varchar(500)  not null,
  language         varchar(8)    not null,
  asked_at         timestamptz   not null,
  told_at          timestamptz,
  constraint domain_wait_once unique (request_id, canonical_email)
);
create index domain_wait_email on domain_wait (canonical_email);

-- Work lists: every order ends with the id, so that pages go on from a key.
create index request_by_change on request (changed_at, id);
create index request_by_due on request (due_at, id) where due_at is not null;
create index request_unassigned on request (created_at, id) where status = 'AWAITING_PICKUP';
create index request_assigned_to on request (assignee_id, changed_at, id) where status <> 'CLOSED';

-- Any part of a title or reference, of three letters or more. The extension is trusted: the owner of the database may create it.
create extension if not exists pg_trgm;
create index request_by_part on request using gin (lower(title || ' ' || reference) gin_trgm_ops);

grant select, insert, update on request, domain_wait to "${application}";
grant select, insert on request_event to "${application}";

alter table link drop constraint link_purpose_check;
alter table link add constraint link_purpose_check check (purpose in ('ACTIVATION', 'RESET', 'STATUS'));
