-- Accounts, public bodies, registrations, mailed links, the outbox, throttles and the audit trail.
--
-- Runs as the owner role; ${application} is the role of the running server, which gets no DDL, and on the audit trail
-- and the consent receipts nothing but insert and select.

-- A person who can sign in. The unique index on the canonical address is the single-registration rule.
create table account (
  id               bigint generated always as identity primary key,
  email            varchar(320) not null,
  canonical_email  varchar(320) not null constraint account_one_per_email unique,
  name             varchar(255) not null,
  phone            varchar(40),
  language         varchar(8)   not null,
  status           varchar(12)  not null check (status in ('ACTIVE', 'DEACTIVATED')),
  created_at       timestamptz  not null,
  last_sign_in_at  timestamptz,
  mail_refused_at  timestamptz
);

create table account_role (
  account_id  bigint      not null references account,
  role        varchar(20) not null
    check (role in ('BUYER', 'SUPPLIER', 'RESEARCHER', 'ADMINISTRATOR', 'SUPPORT', 'AUDITOR', 'STAFF_MANAGER')),
  primary key (account_id, role)
);

-- One way to sign in: argon2id in its usual text form.
create table password_identity (
  account_id  bigint       primary key references account,
  hash        varchar(255) not null,
  changed_at  timestamptz  not null
);

-- A browser that is signed in; the cookie itself is not kept.
create table sign_in_session (
  token_hash    bytea        primary key check (octet_length(token_hash) = 32),
  account_id    bigint       not null references account,
  started_at    timestamptz  not null,
  last_seen_at  timestamptz  not null,
  address       varchar(45)  not null,
  browser       varchar(200) not null
);
create index sign_in_session_account on sign_in_session (account_id);

-- Networks from which a person signed in before; strangers elsewhere can then be kept out without locking the owner out.
create table known_network (
  account_id  bigint      not null references account,
  network     varchar(45) not null,
  primary key (account_id, network)
);

create table organisation (
  id          bigint generated always as identity primary key,
  name        varchar(255) not null,
  created_at  timestamptz  not null
);

create table organisation_kind (
  organisation_id  bigint      not null references organisation,
  kind             varchar(24) not null check (kind in ('PUBLIC_BODY', 'COMPANY', 'RESEARCH_ORGANISATION')),
  primary key (organisation_id, kind)
);

create table organisation_domain (
  domain           varchar(253) primary key check (domain = lower(domain)),
  organisation_id  bigint       not null references organisation
);
create index organisation_domain_organisation on organisation_domain (organisation_id);

create table membership (
  id               bigint generated always as identity primary key,
  account_id       bigint       not null references account,
  organisation_id  bigint       not null references organisation,
  role             varchar(12)  not null check (role in ('MEMBER', 'APPROVER')),
  status           varchar(12)  not null check (status in ('PENDING', 'CONFIRMED')),
  claimed_name     varchar(255) not null,
  since            timestamptz  not null,
  until            timestamptz
);
create unique index membership_one_current on membership (account_id, organisation_id) where until is null;
create index membership_organisation on membership (organisation_id);

-- The embedded domain registry.
create table approved_domain (
  domain              varchar(253) primary key check (domain = lower(domain)),
  include_subdomains  boolean      not null,
  many_bodies         boolean      not null,
  organisation        varchar(255) not null,
  source              varchar(60)  not null,
  added_at            timestamptz  not null
);

-- A sign-up from the first answer to the active account. It reserves nothing: no constraint on the address alone.
create table registration (
  id                     bigint generated always as identity primary key,
  kind                   varchar(12)  not null check (kind in ('BUYER', 'STAFF')),
  role                   varchar(20)  not null,
  email                  varchar(320) not null,
  canonical_email        varchar(320) not null,
  language               varchar(8)   not null,
  visitor                bytea        not null check (octet_length(visitor) = 32),
  evidence_entry         varchar(253),
  evidence_body          varchar(253),
  evidence_organisation  varchar(255),
  evidence_source        varchar(60),
  evidence_at            timestamptz,
  submitted_at           timestamptz  not null,
  activated_at           timestamptz,
  account_id             bigint references account,
  constraint registration_activated_has_account check ((activated_at is null) = (account_id is null))
);
-- The same visitor pressing the button again goes on with the same registration.
create unique index registration_one_per_visitor on registration (visitor, kind, canonical_email);

-- A link sent by mail. Its token is computed from the server's key, so that nothing here opens anything.
create table link (
  id             bigint generated always as identity primary key,
  purpose        varchar(12)  not null check (purpose in ('ACTIVATION', 'RESET')),
  subject        bigint       not null,
  address        varchar(320) not null,
  created_at     timestamptz  not null,
  first_sent_at  timestamptz,
  used_at        timestamptz
);
create index link_newest on link (address, purpose, id);

-- Messages owed to the outside world. Only what is still due is in the index.
create table outbox_message (
  id               bigint generated always as identity primary key,
  topic            varchar(40)   not null,
  payload          varchar(8000) not null,
  request          varchar(40)   not null,
  created_at       timestamptz   not null,
  next_attempt_at  timestamptz,
  attempts         integer       not null,
  delivered_at     timestamptz,
  given_up_at      timestamptz,
  last_error       varchar(500)
);
create index outbox_message_due on outbox_message (next_attempt_at) where next_attempt_at is not null;

-- Counters, the same for every node. Not logged: after a crash of the database counting starts anew, which harms nobody.
create unlogged table throttle (
  key           bytea       primary key,
  window_start  timestamptz not null,
  count         integer     not null
);

create table notice (
  kind          varchar(12) not null check (kind in ('TERMS', 'PRIVACY')),
  version       integer     not null,
  published_at  timestamptz not null,
  primary key (kind, version)
);
insert into notice (kind, version, published_at) values
  ('TERMS', 1, '2026-11-22T00:00:00Z'),
  ('PRIVACY', 1, '2026-11-22T00:00:00Z');

create table acceptance (
  id           bigint generated always as identity primary key,
  account_id   bigint      not null references account,
  kind         varchar(12) not null,
  version      integer     not null,
  language     varchar(8)  not null,
  accepted_at  timestamptz not null,
  receipt      bytea       not null,
  foreign key (kind, version) references notice,
  constraint acceptance_once unique (account_id, kind, version)
);

-- Who did what, when. What identifies a person stands apart, so that it can be erased while the trail stays.
create table audit_entry (
  id       bigint generated always as identity primary key,
  at       timestamptz  not null,
  action   varchar(40)  not null,
  actor    varchar(40)  not null,
  subject  varchar(60)  not null,
  request  varchar(40)  not null
);
create table audit_personal (
  entry_id  bigint        primary key references audit_entry,
  address   varchar(45)   not null,
  detail    varchar(2000) not null
);

grant select, insert, update, delete on
  account, account_role, password_identity, sign_in_session, known_network, organisation, organisation_kind, organisation_domain,
  membership, approved_domain, registration, link, outbox_message, throttle to "${application}";
grant select on notice to "${application}";
grant select, insert on acceptance, audit_entry, audit_personal to "${application}";
