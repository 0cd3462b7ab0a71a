-- The desk: orders to read work in, counts that are right at any moment, filters kept under a name.

-- Every order ends with the id, so that pages go on from a key: once over all requests, once over the few that are still open.
drop index request_unassigned;
drop index request_assigned_to;
drop index request_by_due;
create index request_by_creation on request (created_at, id);
create index request_by_due on request (coalesce(due_at, 'infinity'), id);
create index request_open_by_creation on request (created_at, id) where status <> 'CLOSED';
create index request_open_by_change on request (changed_at, id) where status <> 'CLOSED';
create index request_open_by_due on request (coalesce(due_at, 'infinity'), id) where status <> 'CLOSED';

-- What is rare is gathered by these and sorted then.
create index request_open_by_status on request (status, type) where status <> 'CLOSED';
create index request_by_assignee on request (assignee_id, status) where assignee_id is not null;

-- Text and type together, because titles of one type resemble each other: "gov.uk" is in a third of all titles and in none of companies.
-- Without a list of what is still to be put in: a decision would now and then have to do it, and every search would read the list.
create extension if not exists btree_gin;
drop index request_by_part;
create index request_by_part on request using gin (lower(title || ' ' || reference) gin_trgm_ops, type) with (fastupdate = off);
-- How frequent a part of a text is, is guessed from a sample of so many texts.
alter index request_by_part alter column 1 set statistics 1000;

-- How many requests there are of each kind that a list counts. Whoever changes a request only adds a line to the changes, so that nobody waits
-- for anybody; now and then the lines are folded into the counts. The sum of both is exact in every snapshot, whoever changed what and how.
create table work_count (
  cell  varchar(40) collate "C" primary key,
  n     bigint      not null
);
create table work_change (
  cell  varchar(40) collate "C" not null,
  n     bigint      not null
);

-- Overdue depends on the time, so what is due is counted by its day (in UTC): only the day that is running has to be looked at itself.
create function work_cells(status varchar, assignee bigint, due timestamptz) returns setof varchar language sql immutable as $$
  select 'ALL'
  union all select 'UNASSIGNED' where status = 'AWAITING_PICKUP'
  union all select 'WAITING' where status = 'RETURNED'
  union all select 'MINE:' || assignee where assignee is not null and status <> 'CLOSED'
  union all select 'DUE:' || to_char(due at time zone 'UTC', 'YYYY-MM-DD') where due is not null
$$;

create function count_work() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into work_change (cell, n)
      select c.cell, count(*) from after_rows r cross join lateral work_cells(r.status, r.assignee_id, r.due_at) as c (cell) group by c.cell;
  elsif tg_op = 'DELETE' then
    insert into work_change (cell, n)
      select c.cell, -count(*) from before_rows r cross join lateral work_cells(r.status, r.assignee_id, r.due_at) as c (cell) group by c.cell;
  else
    insert into work_change (cell, n)
      select cell, sum(n) from (
        select c.cell, 1 as n from after_rows r cross join lateral work_cells(r.status, r.assignee_id, r.due_at) as c (cell)
        union all
        select c.cell, -1 from before_rows r cross join lateral work_cells(r.status, r.assignee_id, r.due_at) as c (cell)) changes
      group by cell having sum(n) <> 0;
  end if;
  return null;
end $$;

create trigger request_counted_in after insert on request referencing new table as after_rows
  for each statement execute function count_work();
create trigger request_counted_out after delete on request referencing old table as before_rows
  for each statement execute function count_work();
create trigger request_counted_anew after update on request referencing old table as before_rows new table as after_rows
  for each statement execute function count_work();

-- The triggers hold off every change until this is done.
insert into work_count (cell, n)
  select c.cell, count(*) from request r cross join lateral work_cells(r.status, r.assignee_id, r.due_at) as c (cell) group by c.cell;

-- What somebody looks at again and again, under a name. Twenty places a person.
create table saved_filter (
  account_id  bigint        not null references account,
  place       smallint      not null check (place between 1 and 20),
  name        varchar(60)   not null check (name <> ''),
  query       varchar(2000) not null,
  saved_at    timestamptz   not null,
  primary key (account_id, place)
);
create unique index saved_filter_name on saved_filter (account_id, lower(name));

grant select, insert, update, delete on work_count, saved_filter to "${application}";
grant select, insert, delete on work_change to "${application}";
