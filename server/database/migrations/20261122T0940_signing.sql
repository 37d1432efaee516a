-- What an organisation seals its documents with. A key that was replaced keeps its certificate, for
-- verification, and loses its private part: it can seal nothing any more.
create table signing_keys (
  id uuid not null,
  organisation_id uuid not null references organisations,
  kind text not null check (kind in ('self_made', 'own')),
  -- X.509, DER, and what lies between it and its root.
  certificate bytea not null,
  chain bytea[] not null default '{}',
  -- SHA-256 of the certificate, in hexadecimal.
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  -- PKCS#8, encrypted by the organisation's data key; '' once replaced.
  private_key text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  created_at timestamptz not null,
  created_by uuid references people,
  replaced_at timestamptz,
  -- When the history was told that it ends soon, and that it has ended.
  ending_noted_at timestamptz,
  end_noted_at timestamptz,
  primary key (id, organisation_id),
  constraint signing_keys_each_once unique (organisation_id, fingerprint),
  constraint signing_keys_sealing_ones_have_a_key check ((private_key = '') = (replaced_at is not null))
);
create unique index signing_keys_one_in_use on signing_keys (organisation_id)
  where replaced_at is null;
create index signing_keys_by_creator on signing_keys (created_by);
select keep_tenants_apart('signing_keys', 'select, insert, update');

-- Where timestamps come from, and how the last attempt went.
create table timestamp_settings (
  organisation_id uuid primary key references organisations,
  url text not null default '',
  last_good_at timestamptz,
  last_failed_at timestamptz,
  problem text not null default ''
);
select keep_tenants_apart('timestamp_settings', 'select, insert, update');
