-- What one registration reads and writes, without the application: the statements of the buyer's journey as pg_stat_statements showed
-- them, the relay's in one transaction. For pgbench (custom script) and for BareStatements, which understands as much of it as is used.
\set n random(1, 2000000000)
select domain, added_at, include_subdomains, many_bodies, organisation, source from approved_domain where domain in ('council' || :n::bigint % 400 || '.gov.uk', 'gov.uk', 'uk');
begin;
insert into registration (kind, role, email, canonical_email, language, visitor, evidence_entry, evidence_body, evidence_organisation, evidence_source, evidence_at, submitted_at) values ('BUYER', 'BUYER', 'bare' || :n || '@council.gov.uk', 'bare' || :n || '@council.gov.uk', 'en', sha256(('v' || :n)::bytea), 'gov.uk', 'council.gov.uk', 'Government', 'embedded', now(), now()) on conflict (visitor, kind, canonical_email) do update set submitted_at = excluded.submitted_at returning id as registration \gset
insert into outbox_message (attempts, created_at, next_attempt_at, payload, request, topic) values (0, now(), now(), :registration, 'r', 'bare') returning id as message \gset
insert into audit_entry (action, actor, at, request, subject) values ('REGISTRATION_SUBMITTED', 'visitor-0', now(), 'r', 'registration:' || :registration) returning id as entry \gset
insert into audit_personal (address, detail, entry_id) values ('192.0.2.7', 'bare' || :n || '@council.gov.uk', :entry);
insert into throttle as t (key, window_start, count) values (sha256(('network' || :n)::bytea), now(), 1) on conflict (key) do update set count = t.count + 1;
commit;
select id, email, evidence_at from registration where visitor = sha256(('v' || :n)::bytea) and kind = 'BUYER' order by submitted_at desc limit 1;
begin;
update outbox_message set attempts = 1, next_attempt_at = now() + interval '2 minutes' where id = :message;
select id, canonical_email, language from registration where id = :registration;
insert into throttle as t (key, window_start, count) values (sha256(('pause' || :n)::bytea), now(), 1) on conflict (key) do update set count = t.count + 1;
insert into throttle as t (key, window_start, count) values (sha256(('address' || :n)::bytea), now(), 1) on conflict (key) do update set count = t.count + 1;
select id, name, status from account where canonical_email = 'bare' || :n || '@council.gov.uk';
insert into link (address, created_at, purpose, subject) values ('bare' || :n || '@council.gov.uk', now(), 'ACTIVATION', :registration) returning id as link \gset
insert into outbox_message (attempts, created_at, next_attempt_at, payload, request, topic) values (1, now(), now() + interval '2 minutes', '{"template":"ACTIVATE_BUYER","to":"bare@council.gov.uk","language":"en","link": 1,"values":{}}', 'r', 'bare') returning id as mail \gset
update outbox_message set delivered_at = now(), next_attempt_at = null where id = :message;
update link set first_sent_at = now() where id = :link and first_sent_at is null;
update outbox_message set delivered_at = now(), next_attempt_at = null where id = :mail;
commit;
select id, address, purpose, subject, used_at, first_sent_at from link where id = :link;
select 1 from link where address = 'bare' || :n || '@council.gov.uk' and purpose = 'ACTIVATION' and id > :link and first_sent_at is not null limit 1;
select o.id, o.name from organisation o join organisation_domain d on d.organisation_id = o.id where d.domain = 'council' || :n::bigint % 400 || '.gov.uk';
begin;
update link set used_at = now() where id = :link and used_at is null;
insert into account (email, canonical_email, name, phone, language, status, created_at) values ('bare' || :n || '@council.gov.uk', 'bare' || :n || '@council.gov.uk', 'Robin Measure', '020 7946 0123', 'en', 'ACTIVE', now()) on conflict (canonical_email) do nothing returning id as account \gset
insert into account_role (account_id, role) values (:account, 'BUYER');
insert into password_identity (account_id, changed_at, hash) values (:account, now(), '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g');
update registration set account_id = :account, activated_at = now() where id = :registration;
select kind, version from notice;
insert into acceptance (accepted_at, account_id, kind, language, receipt, version) values (now(), :account, 'TERMS', 'en', sha256('t'), 1);
insert into acceptance (accepted_at, account_id, kind, language, receipt, version) values (now(), :account, 'PRIVACY', 'en', sha256('p'), 1);
insert into audit_entry (action, actor, at, request, subject) values ('REGISTRATION_ACTIVATED', 'link-0', now(), 'r', 'registration:' || :registration) returning id as entry \gset
insert into audit_personal (address, detail, entry_id) values ('192.0.2.7', 'account:' || :account, :entry);
insert into membership (account_id, claimed_name, organisation_id, role, since, status) select :account, 'Council', o.id, 'MEMBER', now(), 'CONFIRMED' from organisation o order by o.id limit 1;
insert into sign_in_session (account_id, address, browser, last_seen_at, started_at, token_hash) values (:account, '192.0.2.7', 'Mozilla/5.0 (measurement)', now(), now(), sha256(('s' || :n)::bytea));
insert into known_network (account_id, network) values (:account, '192.0.2.0/24') on conflict do nothing;
commit;
select s.account_id, s.last_seen_at, a.name, r.role from sign_in_session s join account a on a.id = s.account_id left join account_role r on r.account_id = a.id where s.token_hash = sha256(('s' || :n)::bytea);
select o.name from membership m join organisation o on o.id = m.organisation_id where m.account_id = :account and m.until is null order by m.id desc limit 1;
