create table organisations (
  id uuid primary key,
  name text not null check (name <> ''),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  language text not null default 'en' check (language in ('en', 'de', 'fr', 'es')),
  time_zone text not null default 'UTC',
  reporting_currency text not null default 'EUR' check (reporting_currency ~ '^[A-Z]{3}$'),
  is_demo boolean not null default false,
  -- While true every message goes to the acting user's own mailbox.
  test_mode boolean not null default true,
  -- The data key of the organisation, wrapped by the installation's master key.
  data_key text not null,
  -- Limits and tolerances: server/access/policy has their names, meanings and defaults.
  policy jsonb not null default '{}',
  created_at timestamptz not null
);

create table people (
  id uuid primary key,
  name text not null check (name <> ''),
  -- Encrypted under the installation's key; found by the keyed hash.
  email text not null,
  email_hash text not null unique,
  password_hash text,
  language text not null default 'en' check (language in ('en', 'de', 'fr', 'es')),
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table teams (
  id uuid not null,
  organisation_id uuid not null references organisations,
  name text not null check (name <> ''),
  manager_id uuid references people,
  primary key (id, organisation_id),
  constraint teams_one_name unique (organisation_id, name)
);
create index teams_by_manager on teams (manager_id);

create table members (
  id uuid not null,
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array[
    'seller', 'sales_manager', 'collector', 'credit_manager', 'legal', 'finance_director',
    'administrator', 'auditor']),
  team_id uuid,
  -- What a customer sees under a message of theirs.
  title text not null default '',
  phone text not null default '',
  created_at timestamptz not null,
  left_at timestamptz,
  primary key (id, organisation_id),
  constraint members_one_per_person unique (organisation_id, person_id),
  foreign key (team_id, organisation_id) references teams (id, organisation_id)
);
create index members_by_person on members (person_id);
create index members_by_team on members (team_id);

create table sessions (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references people,
  organisation_id uuid references organisations,
  user_agent text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_by_person on sessions (person_id);
create index sessions_by_organisation on sessions (organisation_id);

-- Counters of a window of time: sign-in attempts by address and by account, and other rates.
create table rate_windows (
  key text not null,
  window_starts_at timestamptz not null,
  hits integer not null,
  primary key (key, window_starts_at)
);

-- The answer that a write with an Idempotency-Key got, so that a retry gets the same one.
create table idempotency_keys (
  id uuid not null,
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  key text not null,
  request_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (id, organisation_id),
  constraint idempotency_keys_one_answer unique (organisation_id, person_id, key)
);
create index idempotency_keys_by_person on idempotency_keys (person_id);

-- Views that people keep: filters, sort and columns of a page, as its address.
create table saved_views (
  id uuid not null,
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  page text not null,
  name text not null check (name <> ''),
  search text not null,
  is_shared boolean not null default false,
  created_at timestamptz not null,
  primary key (id, organisation_id)
);
create index saved_views_by_person on saved_views (person_id);

-- What happened. Written in the transaction of the act itself, never changed. No personal data in `data`.
create table events (
  id uuid not null,
  organisation_id uuid not null references organisations,
  at timestamptz not null,
  name text not null check (name ~ '^[a-z_]+\.[a-z_]+$'),
  actor_kind text not null check (actor_kind in ('person', 'system', 'operator', 'customer')),
  actor_id uuid,
  customer_id uuid,
  subject_kind text not null,
  subject_id uuid,
  why text not null default '',
  data jsonb not null default '{}',
  primary key (id, organisation_id)
);
create index events_by_organisation on events (organisation_id, id);
create index events_by_customer on events (customer_id, id) where customer_id is not null;

-- The chain over the events: each seal hashes the one before it and its event.
create table event_seals (
  organisation_id uuid not null references organisations,
  sequence bigint not null check (sequence > 0),
  event_id uuid not null,
  hash bytea not null,
  primary key (sequence, organisation_id),
  constraint event_seals_one_per_event unique (organisation_id, event_id),
  foreign key (event_id, organisation_id) references events (id, organisation_id)
);
create index event_seals_by_event on event_seals (event_id);

select keep_tenants_apart('teams', 'select, insert, update, delete');
select keep_tenants_apart('members', 'select, insert, update');
select keep_tenants_apart('idempotency_keys', 'select, insert, update, delete');
select keep_tenants_apart('saved_views', 'select, insert, update, delete');
select keep_tenants_apart('events', 'select, insert');
select keep_tenants_apart('event_seals', 'select, insert');

grant select, insert, update on organisations, people, sessions to goodterms_app;
grant select, insert, update, delete on rate_windows to goodterms_app;

-- Who a session's token belongs to and what they are there: asked on every request, before the
-- organisation is known, so it looks past row-level security for exactly one row.
create function session_of_token(hash text, moment timestamptz)
returns table (
  session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid,
  roles text[], team_id uuid, last_seen_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, p.id, p.name, p.language, m.organisation_id, m.roles, m.team_id, s.last_seen_at
  from sessions s
  join people p on p.id = s.person_id and p.disabled_at is null
  left join members m
    on m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.left_at is null
  where s.token_hash = hash and s.revoked_at is null and s.expires_at > moment
$$;

-- The organisations that a person works in, for sign-in and for switching.
create function organisations_of_person(person uuid)
returns table (organisation_id uuid, name text, slug text, roles text[])
language sql stable security definer set search_path = pg_catalog, public as $$
  select o.id, o.name, o.slug, m.roles
  from members m join organisations o on o.id = m.organisation_id
  where m.person_id = person and m.left_at is null
  order by o.name
$$;

revoke execute on function session_of_token, organisations_of_person from public;
grant execute on function session_of_token, organisations_of_person to goodterms_app;
