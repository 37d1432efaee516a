-- A person's own calendar, read again and again from an address that they gave.
create table meeting_feeds (
  id uuid not null,
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  -- Encrypted: whoever knows it reads the calendar.
  address text not null,
  -- What the other side called its last answer (ETag), so that it is sent once.
  version text not null default '',
  events_read integer not null default 0,
  failures integer not null default 0,
  failure text not null default '',
  added_at timestamptz not null,
  tried_at timestamptz,
  read_at timestamptz,
  next_read_at timestamptz not null,
  primary key (id, organisation_id),
  constraint meeting_feeds_one_a_person unique (organisation_id, person_id)
);
create index meeting_feeds_by_person on meeting_feeds (person_id);
create index meeting_feeds_to_read on meeting_feeds (organisation_id, next_read_at);

-- 'Not this customer': an event and its repetitions are not matched to them again.
create table meeting_dismissals (
  id uuid not null,
  organisation_id uuid not null references organisations,
  feed_id uuid not null,
  customer_id uuid not null,
  -- The keyed hash of the event's UID.
  event_key text not null,
  -- Encrypted.
  title text not null default '',
  dismissed_at timestamptz not null,
  primary key (id, organisation_id),
  constraint meeting_dismissals_once unique (organisation_id, feed_id, event_key, customer_id),
  foreign key (feed_id, organisation_id) references meeting_feeds (id, organisation_id)
    on delete cascade,
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index meeting_dismissals_by_feed on meeting_dismissals (feed_id);
create index meeting_dismissals_by_customer on meeting_dismissals (customer_id);

alter table meetings
  add column feed_id uuid,
  add column event_key text not null default '',
  -- Null on a whole day.
  add column starts_at timestamptz,
  add column ends_at timestamptz,
  -- Encrypted, and only for the person whose meeting it is.
  add column title text not null default '',
  add column matched_by text check (matched_by in ('attendee', 'number', 'name')),
  -- The evening before, once.
  add column told_at timestamptz,
  add foreign key (feed_id, organisation_id) references meeting_feeds (id, organisation_id);
create index meetings_by_feed on meetings (feed_id, on_day);
create unique index meetings_once on meetings
  (organisation_id, feed_id, event_key, customer_id, on_day) where feed_id is not null;

-- Thanks that were said for what came; news of it begins afresh.
create table thanks (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  person_id uuid not null references people,
  on_day date not null,
  said_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index thanks_by_customer on thanks (customer_id, on_day);
create index thanks_by_person on thanks (person_id);

select keep_tenants_apart('meeting_feeds', 'select, insert, update, delete');
select keep_tenants_apart('meeting_dismissals', 'select, insert, delete');
select keep_tenants_apart('thanks', 'select, insert, delete');
