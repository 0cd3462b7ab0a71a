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

-- A file. The number says that an applicant, or the staff, can have ten for a request. Its content is beside it, or in a directory that
-- all nodes share; then "place" is its name there.
create table request_attachment (
  id          bigint generated always as identity primary key,
  request_id  bigint       not null references request,
  at          timestamptz  not null,
  author      varchar(40)  not null,
  applicant   varchar(40),
  number      integer      not null check (number between 1 and 10),
  name        varchar(200) not null,
  type        varchar(8)   not null check (type in ('PDF', 'PNG', 'JPEG', 'TEXT')),
  size        integer      not null check (size > 0),
  sha256      bytea        not null check (octet_length(sha256) = 32),
  scan        varchar(12)  not null check (scan in ('NOT_SCANNED', 'CHECKING', 'CLEAN', 'QUARANTINED')),
  place       varchar(40),
  form        varchar(40)  not null,
  constraint request_attachment_once unique (request_id, form),
  constraint request_attachment_number unique nulls not distinct (request_id, applicant, number)
);
create table request_attachment_content (
  attachment_id  bigint primary key references request_attachment,
  content        bytea  not null
);

grant select, insert on request_attachment, request_attachment_content to "${application}";
grant update (scan) on request_attachment to "${application}";

-- Reasons to choose from, in the languages of the applicants. A retired one stays: history may have come from it.
create table canned_reason (
  id          bigint generated always as identity primary key,
  type        varchar(24)   not null,
  action      varchar(40)   not null,
  english     varchar(2000) not null check (english <> ''),
  welsh       varchar(2000) not null check (welsh <> ''),
  french      varchar(2000) not null check (french <> ''),
  arabic      varchar(2000) not null check (arabic <> ''),
  retired_at  timestamptz,
  form        varchar(40)   constraint canned_reason_once unique,
  version     bigint        not null
);
insert into canned_reason (type, action, english, welsh, french, arabic, version) values
  ('EMAIL_DOMAIN', 'RECORD_ADMIN_APPROVAL',
   'The organisation is on an official list of public bodies, and the domain is the one of its own website.',
   'Mae’r sefydliad ar restr swyddogol o gyrff cyhoeddus, a’r parth yw un ei wefan ei hun.',
   'L’organisme figure sur une liste officielle d’organismes publics, et le domaine est celui de son propre site.',
   'الجهة مدرجة في قائمة رسمية بالجهات العامة، والنطاق هو نطاق موقعها نفسه.', 0),
  ('EMAIL_DOMAIN', 'COMPLETE',
   'Checked a second time with the same result.',
   'Wedi’i wirio’r eildro gyda’r un canlyniad.',
   'Vérifié une deuxième fois, avec le même résultat.',
   'جرى التحقق مرة ثانية بالنتيجة نفسها.', 0),
  ('EMAIL_DOMAIN', 'RETURN_TO_AUTHOR',
   'Please send us a link to an official page, or a document, that names your organisation as a public body.',
   'Anfonwch ddolen atom i dudalen swyddogol, neu ddogfen, sy’n enwi eich sefydliad fel corff cyhoeddus.',
   'Merci de nous envoyer un lien vers une page officielle, ou un document, qui désigne votre organisme comme organisme public.',
   'نرجو أن ترسل إلينا رابط صفحة رسمية أو مستندًا يذكر جهتك بوصفها جهة عامة.', 0),
  ('EMAIL_DOMAIN', 'RETURN_TO_AUTHOR',
   'Please tell us who owns the domain, and who gives out email addresses in it.',
   'Dywedwch wrthym pwy sy’n berchen ar y parth, a phwy sy’n rhoi cyfeiriadau e-bost ynddo.',
   'Merci de nous dire à qui appartient le domaine, et qui y attribue les adresses e-mail.',
   'نرجو إخبارنا بمن يملك النطاق ومن يمنح عناوين البريد الإلكتروني فيه.', 0),
  ('EMAIL_DOMAIN', 'REJECT',
   'We found no evidence that the organisation belongs to the public sector.',
   'Ni chawsom dystiolaeth bod y sefydliad yn perthyn i’r sector cyhoeddus.',
   'Nous n’avons trouvé aucune preuve que l’organisme appartient au secteur public.',
   'لم نجد دليلًا على أن الجهة تابعة للقطاع العام.', 0),
  ('EMAIL_DOMAIN', 'REJECT',
   'Anybody can get an email address in this domain, so that it proves nothing about an organisation.',
   'Gall unrhyw un gael cyfeiriad e-bost yn y parth hwn, felly nid yw’n profi dim am sefydliad.',
   'N’importe qui peut obtenir une adresse e-mail dans ce domaine : il ne prouve rien sur un organisme.',
   'يستطيع أي شخص الحصول على عنوان بريد في هذا النطاق، فلا يثبت شيئًا عن جهة ما.', 0),
  ('EMAIL_DOMAIN', 'CLOSE',
   'The request was made by mistake, or is no longer needed.',
   'Gwnaed y cais mewn camgymeriad, neu nid oes ei angen mwyach.',
   'La demande a été faite par erreur, ou n’est plus nécessaire.',
   'قُدّم الطلب خطأً أو لم تعد هناك حاجة إليه.', 0);

grant select, insert, update on canned_reason to "${application}";

-- Somebody who waits no longer. The others go on waiting.
alter table domain_wait add column withdrawn_at timestamptz;

-- Whether this person was refused lately, and the way from a person to the link that was mailed to them.
create index link_subject on link (subject, purpose, id);
