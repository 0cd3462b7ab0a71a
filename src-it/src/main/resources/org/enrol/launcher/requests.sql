-- One batch of requests with their history, in one transaction, as the owner and past no constraint and no trigger: what is here could have
-- been asked and decided by people. RequestGenerator sets enrol.first and enrol.last, the numbers of the batch; no number comes twice.

create temp table if not exists officer on commit drop as
  select row_number() over (order by a.id) - 1 as place, a.id from account a where a.canonical_email like 'officer%@generated.example';

-- What can become of a request, step by step: who (0 the applicant, 1 and 2 two administrators), and at which part of the time that it took.
create temp table if not exists step (fate text, number int, action text, to_status text, hand int, part numeric) on commit drop;
insert into step select * from (values
  ('waiting', 1, 'CREATE', 'DRAFT', 0, 0), ('waiting', 2, 'REQUEST_SUBMISSION_APPROVAL', 'AWAITING_PICKUP', 0, 0),
  ('assigned', 3, 'ASSIGN', 'ASSIGNED', 1, .3),
  ('approved', 4, 'RECORD_ADMIN_APPROVAL', 'APPROVED_PENDING', 1, .5),
  ('started', 5, 'SCHEDULE', 'APPROVED_IN_PROGRESS', 1, .6),
  ('complete', 6, 'ASSIGN', 'APPROVED_IN_PROGRESS', 2, .7), ('complete', 7, 'COMPLETE', 'COMPLETE_AWAITING_ACKNOWLEDGEMENT', 2, .8),
  ('acknowledged', 8, 'ACKNOWLEDGE', 'CLOSED', 0, 1),
  ('rejected', 4, 'REJECT', 'CLOSED', 1, .9),
  ('returned', 4, 'RETURN_TO_AUTHOR', 'RETURNED', 1, .4),
  ('withdrawn', 3, 'CLOSE', 'CLOSED', 0, .5)) as rows (fate, number, action, to_status, hand, part)
where not exists (select from step);

-- Each fate goes on from another one.
create temp table if not exists path on commit drop as
  with recursive begun (fate, of, rest) as (
    select fate, fate, before from (values ('waiting', null), ('assigned', 'waiting'), ('approved', 'assigned'), ('started', 'approved'), ('complete', 'started'),
      ('acknowledged', 'complete'), ('rejected', 'assigned'), ('returned', 'assigned'), ('withdrawn', 'waiting')) as fates (fate, before)
    union all
    select b.fate, b.rest, f.before from begun b join (values ('waiting', null), ('assigned', 'waiting'), ('approved', 'assigned'), ('started', 'approved'),
      ('complete', 'started')) as f (fate, before) on f.fate = b.rest)
  select b.fate, s.number, s.action, s.to_status, s.hand, s.part from begun b join step s on s.fate = b.of;

create temp table drawn on commit drop as
  select i, 1825 * power(random(), 1.3) + .01 as age, random() as luck, random() as late, random() as span, random() as place,
    (i * 5876312477 + 104729) % 656100000000 as mark, floor(random() * (select count(*) from officer))::int as officer
  from generate_series(current_setting('enrol.first')::bigint, current_setting('enrol.last')::bigint) i;

create temp table asked on commit drop as
  select d.i, f.fate, d.officer, now() - make_interval(secs => d.age * 86400) as at, least(d.age, .2 + d.span * 9) as took,
    (select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', (d.mark / power(30, p)::bigint % 30)::int + 1, 1) || case p when 4 then '-' else '' end, '' order by p desc)
      from generate_series(0, 7) p) as reference,
    case when b.ending = 'ltd' then 'COMPANY_CHECK' else 'EMAIL_DOMAIN' end as type,
    case when b.ending = 'ltd' then 'GB-COH:' || lpad(d.i::text, 8, '0') else t.town || '-' || b.body || '-' || d.i || '.' || b.ending || '.example' end as domain,
    case when b.ending = 'ltd' then initcap(t.town || ' ' || b.body) || ' ' || d.i || ' Ltd'
      else t.town || '-' || b.body || '-' || d.i || '.' || b.ending || '.example' end as title,
    initcap(t.town || ' ' || replace(b.body, '-', ' ')) as organisation
  from drawn d
  join (values (0, 'barford'), (1, 'ashby'), (2, 'kirkham'), (3, 'llanelwy'), (4, 'dunmore'), (5, 'whitcombe'), (6, 'stratton'), (7, 'newbridge'),
    (8, 'oakhampton'), (9, 'ferndale'), (10, 'glenavon'), (11, 'tarbet'), (12, 'marlow'), (13, 'penrith'), (14, 'haverhill'), (15, 'corwen')) t (n, town)
    on t.n = floor(d.place * 16)
  join (values (0, .30, 'council', 'gov'), (.30, .50, 'clinic', 'nhs'), (.50, .70, 'college', 'ac'), (.70, .80, 'library', 'org'), (.80, .85, 'supplies', 'ltd'), (.85, .95, 'museum', 'org'),
    (.95, .999, 'fire-and-rescue', 'gov'), (.999, .99999, 'lighthouse-board', 'org'), (.99999, 1, 'zymurgy-institute', 'ac')) b (low, high, body, ending)
    on d.luck >= b.low and d.luck < b.high
  -- Old ones are over, but for a few that were forgotten; young ones are at any point.
  cross join lateral (select case
    when d.age > 14 and d.late > .004 then case when d.span < .72 then 'acknowledged' when d.span < .9 then 'rejected' else 'withdrawn' end
    when d.late < .0012 or d.late > .7 then 'waiting' when d.late < .0022 or d.late > .48 then 'assigned' when d.late < .003 or d.late > .35 then 'approved'
    when d.late > .25 then 'started' when d.late < .004 or d.late > .13 then 'returned' else 'complete' end as fate) f;

create temp table made on commit drop as
  select a.*, l.to_status as status, l.number as events, l.part,
    l.to_status in ('AWAITING_PICKUP', 'ASSIGNED', 'APPROVED_PENDING', 'APPROVED_IN_PROGRESS') as staff,
    case when l.to_status in ('AWAITING_PICKUP', 'RETURNED') or a.fate = 'withdrawn' then null when l.number >= 6 then second.id else first.id end as assignee,
    first.id as first, second.id as second
  from asked a
  join lateral (select p.to_status, p.number, p.part from path p where p.fate = a.fate order by p.number desc limit 1) l on true
  join officer first on first.place = a.officer
  join officer second on second.place = (a.officer + 1 + a.i % 3) % (select count(*) from officer);

insert into request (reference, type, status, outcome, target, title, assignee_id, approved_by, completed_by, open_key, created_at, changed_at, due_at, clock_since, clock_left,
    events, version)
  select reference, type, status,
    case when status = 'CLOSED' then case fate when 'acknowledged' then 'COMPLETED' when 'rejected' then 'REJECTED' else 'WITHDRAWN' end end,
    domain, title, assignee, case when events >= 4 and fate not in ('rejected', 'returned') then first end, case when events >= 7 then second end,
    case when status <> 'CLOSED' then type || ':' || domain end, at, at + make_interval(secs => took * part * 86400),
    case when staff then at + interval '2 days' end, case when staff then at end, case when staff then 172800 end, events, events
  from made order by i;

analyze made;

create temp table kept on commit drop as select m.*, r.id from made m join request r on r.reference = m.reference;

insert into request_event (request_id, number, at, actor, action, from_status, to_status, assignee_before, assignee_after, comment)
  select k.id, p.number, k.at + make_interval(secs => k.took * p.part * 86400),
    case p.hand when 0 then 'visitor' when 1 then 'account:' || k.first else 'account:' || k.second end, p.action,
    lag(p.to_status) over one, p.to_status, lag(p.holder) over one, p.holder,
    case p.action when 'REJECT' then 'Not a public body.' when 'RETURN_TO_AUTHOR' then 'Which register lists you?' when 'CLOSE' then 'No longer needed.'
      when 'RECORD_ADMIN_APPROVAL' then 'Listed in the register of public bodies.' when 'SCHEDULE' then 'A second person confirms.'
      when 'COMPLETE' then 'Confirmed.' else '' end
  from kept k
  join lateral (select s.*, case when s.number < 3 or k.fate = 'withdrawn' or s.to_status = 'RETURNED' then null when s.number >= 6 then k.second else k.first end as holder
    from path s where s.fate = k.fate) p on true
  window one as (partition by k.id order by p.number)
  order by k.id, p.number;

insert into domain_wait (request_id, email, canonical_email, name, organisation, job, reason, evidence_link, language, asked_at, told_at)
  select k.id, p.who || '@' || k.domain, p.who || '@' || k.domain, initcap(replace(p.who, '.', ' ')), k.organisation, p.job,
    'We serve the people of the town.', '', 'en', k.at + make_interval(secs => p.n * 3600), case when k.status = 'CLOSED' then k.at + make_interval(secs => k.took * 86400) end
  from kept k join (values (0, 'robin.hale', 'Clerk'), (1, 'sam.pryce', 'Manager'), (2, 'noor.aziz', 'Archivist')) p (n, who, job)
    on p.n = 0 or p.n = 1 and k.i % 6 = 0 or p.n = 2 and k.i % 30 = 0
  where k.type = 'EMAIL_DOMAIN' and (p.n = 0 or k.took > 1);

insert into request_message (request_id, at, author, by_staff, note, text, form)
  select k.id, k.at + make_interval(secs => k.took * .4 * 86400), 'account:' || k.first, true, false, 'Which register of public bodies lists you?', 'generated'
  from kept k where k.fate = 'returned';
