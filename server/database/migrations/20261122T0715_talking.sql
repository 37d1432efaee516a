-- How an organisation sends email.
create table mail_settings (
  organisation_id uuid not null references organisations,
  host text not null check (host <> ''),
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null default '',
  -- Encrypted.
  password text not null default '',
  from_address text not null check (from_address <> ''),
  -- The domain of Message-IDs.
  message_domain text not null check (message_domain <> ''),
  connections integer not null default 3 check (connections between 1 and 20),
  messages_per_minute integer not null default 120 check (messages_per_minute between 1 and 100000),
  -- Where messages go in test mode when the acting person has no mailbox of their own.
  test_mailbox text not null default '',
  updated_at timestamptz not null,
  primary key (organisation_id)
);

create table templates (
  id uuid not null,
  organisation_id uuid not null references organisations,
  key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
  name text not null,
  tone text not null check (tone in ('friendly', 'firm', 'final', 'thanks', 'neutral')),
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (id, organisation_id),
  constraint templates_one_key unique (organisation_id, key)
);

-- Liquid, one row a language and revision: the newest revision is the one in use.
create table template_texts (
  id uuid not null,
  organisation_id uuid not null references organisations,
  template_id uuid not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  revision integer not null check (revision > 0),
  subject text not null,
  body text not null,
  written_by uuid references people,
  written_at timestamptz not null,
  primary key (id, organisation_id),
  constraint template_texts_one_revision unique (organisation_id, template_id, language, revision),
  foreign key (template_id, organisation_id) references templates (id, organisation_id)
);
create index template_texts_by_template on template_texts (template_id);
create index template_texts_by_writer on template_texts (written_by);

select keep_tenants_apart('mail_settings', 'select, insert, update, delete');
select keep_tenants_apart('templates', 'select, insert, update');
select keep_tenants_apart('template_texts', 'select, insert');
