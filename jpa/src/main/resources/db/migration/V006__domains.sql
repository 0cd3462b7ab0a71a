-- Approved domains with their evidence and the two who let them in, proposals for new ones, what a request's entry will say, and removals.

-- Where two decided, they differ; entries of the sample have nobody.
alter table approved_domain
  add column evidence      varchar(800) not null default '',
  add column approved_by   bigint references account,
  add column confirmed_by  bigint references account,
  add constraint approved_domain_four_eyes check (num_nonnulls(approved_by, confirmed_by) <> 1
    and (approved_by is null or approved_by <> confirmed_by));

-- Each order of the list ends with the domain, so that pages go on from a key; any part of three letters or more is found by an index.
create index approved_domain_by_organisation on approved_domain (lower(organisation), domain);
create index approved_domain_by_age on approved_domain (added_at, domain);
create index approved_domain_by_part on approved_domain using gin (lower(domain || ' ' || organisation) gin_trgm_ops);
-- What lies below an entry: the name read backwards begins as the entry's does.
create index approved_domain_backwards on approved_domain (reverse(domain) collate "C");
create index request_open_backwards on request (reverse(target) collate "C") where type = 'EMAIL_DOMAIN' and status <> 'CLOSED';

-- One administrator proposes an entry, another one confirms or declines it. One open proposal a domain.
create table domain_proposal (
  id                  bigint generated always as identity primary key,
  domain              varchar(253)  not null check (domain = lower(domain)),
  organisation        varchar(255)  not null,
  include_subdomains  boolean       not null,
  replace_below       boolean       not null,
  evidence            varchar(800) not null,
  proposed_by         bigint        not null references account,
  proposed_at         timestamptz   not null,
  outcome             varchar(12)   check (outcome in ('CONFIRMED', 'DECLINED', 'WITHDRAWN')),
  decided_by          bigint references account,
  decided_at          timestamptz,
  reason              varchar(500)  not null,
  constraint domain_proposal_decided check (num_nonnulls(outcome, decided_by, decided_at) in (0, 3)),
  constraint domain_proposal_four_eyes check (outcome is null or (outcome = 'WITHDRAWN') = (decided_by = proposed_by))
);
create unique index domain_proposal_open on domain_proposal (domain) where outcome is null;
create index domain_proposal_waiting on domain_proposal (id) where outcome is null;

-- What the entry will say once a request is complete. Chosen by who handles it, until it is approved: the second one confirms what the first saw.
create table domain_choice (
  request_id          bigint       primary key references request,
  organisation        varchar(255) not null,
  include_subdomains  boolean      not null,
  replace_below       boolean      not null,
  chosen_by           bigint       not null references account,
  chosen_at           timestamptz  not null
);

-- An entry that was taken out, as it stood, so that it can be put back; and how far its people have been suspended, where that was chosen.
create table domain_removal (
  id                  bigint generated always as identity primary key,
  domain              varchar(253)  not null,
  organisation        varchar(255)  not null,
  include_subdomains  boolean       not null,
  source              varchar(60)   not null,
  evidence            varchar(800) not null,
  added_at            timestamptz   not null,
  reason              varchar(500)  not null check (reason <> ''),
  removed_by          bigint        not null references account,
  removed_at          timestamptz   not null,
  suspending          boolean       not null,
  reached             bigint        not null,
  suspended           integer       not null,
  finished_at         timestamptz
);

-- Whose registration relied on an entry.
create index registration_by_entry on registration (evidence_entry, id) where evidence_entry is not null;

-- Organisations whose names are like a claimed one.
create index organisation_by_name on organisation using gin (lower(name) gin_trgm_ops);

grant select, insert, update on domain_proposal, domain_choice, domain_removal to "${application}";
