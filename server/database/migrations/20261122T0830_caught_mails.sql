-- Mail of a demo organisation never leaves the machine: it is caught here and read in the application.
create table caught_mails (
  id uuid not null,
  organisation_id uuid not null references organisations,
  received_at timestamptz not null,
  -- Encrypted: sender, recipients, subject and the names of attachments, for the list.
  summary text not null,
  -- Encrypted: the mail as it came.
  source bytea not null,
  primary key (id, organisation_id)
);
create index caught_mails_by_time on caught_mails (organisation_id, received_at, id);

-- The HTML part of a template's preview, kept for an hour for the frame that shows it.
create table template_previews (
  id uuid not null,
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  -- Encrypted.
  html text not null,
  made_at timestamptz not null,
  primary key (id, organisation_id)
);
create index template_previews_by_person on template_previews (person_id);

select keep_tenants_apart('caught_mails', 'select, insert, delete');
select keep_tenants_apart('template_previews', 'select, insert, delete');
