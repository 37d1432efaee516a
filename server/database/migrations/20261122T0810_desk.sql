-- A row put away: snoozed until a day, or done for the day on which it was marked.
alter table snoozes add column kind text not null default 'snoozed'
  check (kind in ('snoozed', 'done'));
create unique index snoozes_one_open on snoozes (organisation_id, customer_id)
  where ended_at is null;

-- The worklist as read: one row a customer who has something to act on, scored for the day.
-- A cache: rebuilt every morning and for a customer whenever something happens with them.
create table worklist_rows (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  legal_entity_id uuid not null,
  owner_id uuid references people,
  collector_id uuid references people,
  name text not null,
  -- money at risk × urgency × chance; what they are made of is in `reckoning`.
  score double precision not null,
  overdue_reporting_minor bigint not null,
  days_late integer not null,
  standings jsonb not null,
  reasons jsonb not null,
  reason_codes text[] not null,
  reckoning jsonb not null,
  with_seller boolean not null,
  put_away text check (put_away in ('snoozed', 'done')),
  put_away_until date,
  scored_on date not null,
  primary key (customer_id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id)
) with (fillfactor = 70);
create index worklist_rows_by_score on worklist_rows (organisation_id, score desc, customer_id);
create index worklist_rows_of_collector
  on worklist_rows (organisation_id, collector_id, score desc, customer_id);
create index worklist_rows_of_owner
  on worklist_rows (organisation_id, owner_id, score desc, customer_id);
create index worklist_rows_put_away on worklist_rows (organisation_id, put_away, customer_id)
  where put_away is not null;
create index worklist_rows_by_entity on worklist_rows (legal_entity_id);
create index worklist_rows_by_owner on worklist_rows (owner_id);
create index worklist_rows_by_collector on worklist_rows (collector_id);

-- How far a listener has read the events of an organisation.
create table event_readers (
  organisation_id uuid not null references organisations,
  reader text not null,
  last_event_id uuid not null,
  primary key (reader, organisation_id)
);

select keep_tenants_apart('worklist_rows', 'select, insert, update, delete');
select keep_tenants_apart('event_readers', 'select, insert, update');
