-- What staff and applicants tell each other, the files that belong to a request, and the catalogue of reasons.
--
-- Runs as the owner role. Messages are never changed or deleted by the application's role; files only in what the malware scanner says.

-- One thing said. The applicant is whom it belongs to where a request has several, by a name that only the journey understands; null
-- for all of them. A note is for staff alone. The form it came with is accepted once.
create table request_message (
  id          bigint generated always as identity primary key,
  request_id  bigint        not null references request,
  at          timestamptz   not null,
  author      varchar(40)   not null,
  by_staff    boolean       not null,
  note        boolean       not null,
  applicant   varchar(40),
  text        varchar(2000) not null check (text <> ''),
  form        varchar(40)   not null,
  constraint request_message_once unique (request_id, form),
  constraint request_message_note_by_staff check (by_staff or not note),
  constraint request_message_note_to_nobody check (not note or applicant is null)
);
create index request_message_order on request_message (request_id, id);

grant select, insert on request_message to "${application}";

-- Somebody who waits no longer. The others go on waiting.
alter table domain_wait add column withdrawn_at timestamptz;

-- Whether this person was refused lately, and the way from a person to the link that was mailed to them.
create index link_subject on link (subject, purpose, id);
