-- Links for people without a login: signed, limited, expiring, revocable. Of the token only a keyed
-- hash is kept, so that nobody who reads the database, its backups or the API can use one.
create table signed_links (
  id uuid not null,
  organisation_id uuid not null references organisations,
  purpose text not null check (purpose in
    ('answer_dispute', 'sign_record', 'decide_approval', 'log_outcome', 'take_ball')),
  subject_kind text not null,
  subject_id uuid not null,
  customer_id uuid,
  -- The colleague whom it was made for, when they have a login but are not signed in.
  person_id uuid references people,
  -- Encrypted: {name, address}.
  recipient text not null,
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  token_hash text not null,
  needs_code boolean not null default false,
  code_hash text,
  code_expires_at timestamptz,
  -- Wrong codes over the life of the link, whichever code they were tried against.
  code_attempts integer not null default 0 check (code_attempts >= 0),
  max_uses integer not null default 1 check (max_uses > 0),
  uses integer not null default 0 check (uses >= 0),
  created_by uuid references people,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references people,
  primary key (id, organisation_id),
  constraint signed_links_one_token unique (organisation_id, token_hash),
  constraint signed_links_never_overused check (uses <= max_uses),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index signed_links_by_subject on signed_links (organisation_id, subject_kind, subject_id);
create index signed_links_by_customer on signed_links (customer_id);
create index signed_links_by_person on signed_links (person_id);
create index signed_links_by_maker on signed_links (created_by);
create index signed_links_by_revoker on signed_links (revoked_by);

-- Each use with the form that it came from: the same form sent twice is one use.
create table link_uses (
  id uuid not null,
  organisation_id uuid not null references organisations,
  link_id uuid not null,
  form text not null,
  used_at timestamptz not null,
  primary key (id, organisation_id),
  constraint link_uses_one_per_form unique (organisation_id, link_id, form),
  foreign key (link_id, organisation_id) references signed_links (id, organisation_id)
);
create index link_uses_by_link on link_uses (link_id);

-- What a colleague elsewhere in the company is asked about a dispute, by mail, and what they say.
create table dispute_questions (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  dispute_id uuid not null,
  department text not null check (department in
    ('sales', 'logistics', 'quality', 'billing', 'purchasing', 'legal', 'other')),
  -- Encrypted: who is asked, and what.
  recipient_name text not null,
  recipient_address text not null,
  question text not null,
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  answer_by date not null,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  -- How far its mail came: one that may have left is never sent again blindly.
  delivery text not null default 'waiting' check (delivery in
    ('waiting', 'handed_over', 'accepted', 'refused', 'unknown')),
  handed_over_at timestamptz,
  handed_over_by text not null default '',
  state text not null default 'asked' check (state in ('asked', 'answered', 'withdrawn')),
  answer text check (answer in
    ('credit_note', 'corrected_invoice', 'delivery_proved', 'rejected', 'need_time')),
  -- Encrypted: what they wrote beside it.
  answer_note text not null default '',
  answered_at timestamptz,
  primary key (id, organisation_id),
  constraint dispute_questions_answered_whole check ((state = 'answered') = (answer is not null)),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (dispute_id, organisation_id) references disputes (id, organisation_id)
);
create index dispute_questions_by_dispute on dispute_questions (dispute_id);
create index dispute_questions_by_customer on dispute_questions (customer_id);
create index dispute_questions_by_asker on dispute_questions (asked_by);

-- Where an organisation's Slack or Teams hears of things. The address is a secret.
create table webhook_targets (
  id uuid not null,
  organisation_id uuid not null references organisations,
  name text not null check (name <> ''),
  kind text not null check (kind in ('slack', 'teams')),
  -- Encrypted.
  url text not null,
  host text not null,
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  is_on boolean not null default true,
  created_by uuid references people,
  created_at timestamptz not null,
  last_accepted_at timestamptz,
  last_failed_at timestamptz,
  last_failure text not null default '',
  removed_at timestamptz,
  primary key (id, organisation_id)
);
create index webhook_targets_by_maker on webhook_targets (created_by);

-- Who is told of what: the organisation's rules, and those that somebody made for themselves.
create table notification_rules (
  id uuid not null,
  organisation_id uuid not null references organisations,
  -- Null is a rule of the organisation; otherwise it tells this person only.
  person_id uuid references people,
  -- A rule that came with the organisation; it may be changed or switched off.
  shipped_as text,
  name text not null check (name <> ''),
  events text[] not null,
  condition jsonb not null,
  people text[] not null,
  named uuid[] not null,
  channels text[] not null,
  target_id uuid,
  pace text not null check (pace in ('now', 'daily', 'weekly')),
  is_on boolean not null default true,
  created_by uuid references people,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (id, organisation_id),
  constraint notification_rules_shipped_once unique (organisation_id, shipped_as),
  foreign key (target_id, organisation_id) references webhook_targets (id, organisation_id)
);
create index notification_rules_by_person on notification_rules (person_id);
create index notification_rules_by_target on notification_rules (target_id);
create index notification_rules_by_maker on notification_rules (created_by);

-- One mail or one post to a channel, holding one notification or a day's.
create table notification_deliveries (
  id uuid not null,
  organisation_id uuid not null references organisations,
  channel text not null check (channel in ('email', 'webhook')),
  person_id uuid references people,
  target_id uuid,
  pace text not null check (pace in ('now', 'daily', 'weekly')),
  state text not null default 'waiting' check (state in
    ('waiting', 'handed_over', 'accepted', 'refused', 'unknown', 'given_up')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  handed_over_at timestamptz,
  handed_over_by text not null default '',
  answered_at timestamptz,
  answer text not null default '',
  created_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (target_id, organisation_id) references webhook_targets (id, organisation_id)
);
create index notification_deliveries_by_person on notification_deliveries (person_id);
create index notification_deliveries_by_target on notification_deliveries (target_id);
create index notification_deliveries_to_do on notification_deliveries (organisation_id, next_at)
  where state in ('waiting', 'handed_over');

-- That somebody is to hear of an event, once by each way, whatever number of rules say so.
create table notifications (
  id uuid not null,
  organisation_id uuid not null references organisations,
  event_id uuid not null,
  event text not null,
  rule_id uuid,
  customer_id uuid,
  channel text not null check (channel in ('in_app', 'email', 'webhook')),
  person_id uuid references people,
  target_id uuid,
  pace text not null check (pace in ('now', 'daily', 'weekly')),
  -- When it is to be told by mail or to a channel.
  due_at timestamptz not null,
  delivery_id uuid,
  at timestamptz not null,
  read_at timestamptz,
  primary key (id, organisation_id),
  constraint notifications_once unique nulls not distinct
    (organisation_id, event_id, channel, person_id, target_id),
  foreign key (event_id, organisation_id) references events (id, organisation_id),
  foreign key (rule_id, organisation_id) references notification_rules (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (target_id, organisation_id) references webhook_targets (id, organisation_id),
  foreign key (delivery_id, organisation_id) references notification_deliveries (id, organisation_id)
);
create index notifications_of_person on notifications (organisation_id, person_id, id)
  where channel = 'in_app';
create index notifications_to_deliver on notifications (organisation_id, due_at)
  where channel <> 'in_app' and delivery_id is null;
create index notifications_by_event on notifications (event_id);
create index notifications_by_rule on notifications (rule_id);
create index notifications_by_customer on notifications (customer_id);
create index notifications_by_person on notifications (person_id);
create index notifications_by_target on notifications (target_id);
create index notifications_by_delivery on notifications (delivery_id);

-- How somebody wants to be told: their own morning, and whether mentions come by mail too.
create table notification_habits (
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  time_zone text not null,
  morning text not null,
  wants_email boolean not null,
  mentions_by_email boolean not null,
  primary key (person_id, organisation_id)
);

-- Whom a comment names; only those who may see the customer.
alter table comments add column mentions uuid[] not null default '{}';

-- How far a reader has come in the order in which events were sealed: a transaction that commits late
-- is sealed late, so that nothing slips in behind the reader.
create table seal_readers (
  organisation_id uuid not null references organisations,
  reader text not null,
  last_sequence bigint not null,
  primary key (reader, organisation_id)
);

select keep_tenants_apart('signed_links', 'select, insert, update');
select keep_tenants_apart('link_uses', 'select, insert');
select keep_tenants_apart('dispute_questions', 'select, insert, update');
select keep_tenants_apart('webhook_targets', 'select, insert, update');
select keep_tenants_apart('notification_rules', 'select, insert, update');
select keep_tenants_apart('notification_deliveries', 'select, insert, update');
select keep_tenants_apart('notifications', 'select, insert, update');
select keep_tenants_apart('notification_habits', 'select, insert, update');
select keep_tenants_apart('seal_readers', 'select, insert, update');
