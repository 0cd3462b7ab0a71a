-- What identifies people in the audit trail can be erased, but only so that the trail itself tells of it.
--
-- The application's role still may neither change nor delete anything of the trail. It may call this function, which erases what an entry
-- PERSONAL_DATA_ERASED announces, if the same transaction has just written that entry, and within the limits that stand here:
--   until:<moment>    everything up to that moment, which is at least 30 days ago
--   account:<id>      what an account that is closed did, and what was done to it; never of staff, who answer for what they did
--   registration:<id> the sign-up of such an account, or one that was forgotten
-- Only what is sealed is erased: an entry's signature covers its personal part until the seal vouches for it.

create function audit_may_forget(person bigint) returns boolean language sql stable as $$
  select not exists (select from account a where a.id = person and a.status = 'ACTIVE')
    and not exists (select from account_role r where r.account_id = person and r.role not in ('BUYER', 'SUPPLIER', 'RESEARCHER'))
$$;

create function audit_may_erase(subject text) returns boolean language sql stable as $$
  select case
    when subject like 'until:%' then substr(subject, 7)::timestamptz <= now() - interval '30 days'
    when subject ~ '^account:\d{1,18}$' then audit_may_forget(substr(subject, 9)::bigint)
    when subject ~ '^registration:\d{1,18}$' then not exists (
      select from registration r where r.id = substr(subject, 14)::bigint and (r.account_id is null or not audit_may_forget(r.account_id)))
    else false
  end
$$;

create function audit_erase(announcement bigint) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  announced  text;
  from_at    timestamptz;
  until_at   timestamptz;
  erased     bigint;
begin
  select e.subject into announced from audit_entry e
  where e.id = announcement and e.action = 'PERSONAL_DATA_ERASED' and e.xmin = pg_current_xact_id()::xid;
  if announced is null or not audit_may_erase(announced) then
    raise exception 'The trail does not announce an erasure that is allowed' using errcode = 'insufficient_privilege';
  end if;
  if announced like 'until:%' then
    until_at := substr(announced, 7)::timestamptz;
    -- A day before the last one: whatever was committed late.
    from_at := coalesce((
      select substr(e.subject, 7)::timestamptz from audit_entry e
      where e.action = 'PERSONAL_DATA_ERASED' and e.subject like 'until:%' and e.id <> announcement
      order by e.at desc, e.id desc limit 1), '-infinity') - interval '1 day';
    delete from audit_personal p using audit_entry e, audit_seal s
    where e.at > from_at and e.at <= until_at and s.entry_id = e.id and p.entry_id = e.id
      and not (e.action = 'PERSONAL_DATA_ERASED' and e.subject like 'until:%');
  else
    delete from audit_personal p using audit_seal s
    where p.entry_id in (select e.id from audit_entry e where e.subject = announced union select e.id from audit_entry e where e.actor = announced)
      and p.entry_id < announcement and s.entry_id = p.entry_id;
  end if;
  get diagnostics erased = row_count;
  return erased;
end $$;

revoke all on function audit_may_forget(bigint), audit_may_erase(text), audit_erase(bigint) from public;
grant execute on function audit_erase(bigint) to "${application}";
