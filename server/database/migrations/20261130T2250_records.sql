-- What was agreed, in writing: frozen when it is made, signed, sealed, and never written over. A
-- record ends by a further row; one that takes the place of another names it.
create table records (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  kind text not null check (kind in ('conversation', 'acknowledgement')),
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  jurisdiction text not null check (jurisdiction in
    ('DE', 'AT', 'CH', 'FR', 'ES', 'UK', 'IE', 'BE', 'NL', 'general')),
  -- Encrypted: every sentence and figure as it is shown, signed and sealed, and what they came from;
  -- server/collecting/desk/records has its shape.
  snapshot text not null,
  -- SHA-256 of what is signed, in hexadecimal.
  document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
  -- Encrypted: {name, role, address} of whoever is to sign.
  signer text not null,
  outcome_id uuid,
  promise_id uuid,
  plan_id uuid,
  supersedes_id uuid,
  made_by uuid not null references people,
  made_at timestamptz not null,
  primary key (id, organisation_id),
  constraint records_superseded_once unique (organisation_id, supersedes_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (outcome_id, organisation_id) references outcomes (id, organisation_id),
  foreign key (promise_id, organisation_id) references promises (id, organisation_id),
  foreign key (plan_id, organisation_id) references plans (id, organisation_id),
  foreign key (supersedes_id, organisation_id) references records (id, organisation_id)
);
create index records_by_customer on records (customer_id, made_at);
create index records_by_outcome on records (outcome_id);
create index records_by_promise on records (promise_id);
create index records_by_plan on records (plan_id);
create index records_by_predecessor on records (supersedes_id);
create index records_by_maker on records (made_by);

-- One signature a record.
create table record_signatures (
  id uuid not null,
  organisation_id uuid not null references organisations,
  record_id uuid not null,
  how text not null check (how in ('device', 'link')),
  method text not null check (method in ('drawn', 'typed')),
  -- Encrypted: name and role, the strokes or the typed name, the sentence that was agreed to, and
  -- by link the address that the link went to and where the signature came from.
  signer text not null,
  -- The link of a signature by link; its one-time code was right.
  link_id uuid,
  -- The organisation was trying things out, and the link went to itself: it proves nothing.
  is_test boolean not null,
  -- What was on the signer's screen.
  document_hash text not null,
  signed_at timestamptz not null,
  -- Whose device it was signed on.
  witnessed_by uuid references people,
  primary key (id, organisation_id),
  constraint record_signatures_one_each unique (organisation_id, record_id),
  check ((how = 'link') = (link_id is not null)),
  check ((how = 'device') = (witnessed_by is not null)),
  foreign key (record_id, organisation_id) references records (id, organisation_id),
  foreign key (link_id, organisation_id) references signed_links (id, organisation_id)
);
create index record_signatures_by_record on record_signatures (record_id);
create index record_signatures_by_link on record_signatures (link_id);
create index record_signatures_by_witness on record_signatures (witnessed_by);

-- How a record ended that is not in force any more, or never came to be.
create table record_endings (
  id uuid not null,
  organisation_id uuid not null references organisations,
  record_id uuid not null,
  kind text not null check (kind in ('refused', 'withdrawn')),
  -- Encrypted: the reason, in the words of who gave it.
  why text not null,
  link_id uuid,
  ended_by uuid references people,
  ended_at timestamptz not null,
  primary key (id, organisation_id),
  constraint record_endings_one_each unique (organisation_id, record_id),
  foreign key (record_id, organisation_id) references records (id, organisation_id),
  foreign key (link_id, organisation_id) references signed_links (id, organisation_id)
);
create index record_endings_by_record on record_endings (record_id);
create index record_endings_by_link on record_endings (link_id);
create index record_endings_by_person on record_endings (ended_by);

-- Each attempt at a seal: what could not be done is kept and shown.
create table record_seals (
  id uuid not null,
  organisation_id uuid not null references organisations,
  record_id uuid not null,
  state text not null check (state in ('sealed_b_b', 'sealed_b_t', 'not_sealed')),
  -- Why there is no timestamp, or no seal.
  problem text not null default '',
  fingerprint text not null,
  -- SHA-256 of the sealed file, and where it is kept.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  evidence_id uuid,
  sealed_at timestamptz not null,
  primary key (id, organisation_id),
  check ((state = 'not_sealed') = (sha256 is null)),
  check ((state = 'not_sealed') = (evidence_id is null)),
  foreign key (record_id, organisation_id) references records (id, organisation_id),
  foreign key (evidence_id, organisation_id) references evidence (id, organisation_id)
);
create unique index record_seals_one_each on record_seals (organisation_id, record_id)
  where state <> 'not_sealed';
create index record_seals_by_record on record_seals (record_id);
create index record_seals_by_evidence on record_seals (evidence_id);

-- Mails about a record: the request to sign, and the sealed copies. One that may have left is never
-- sent again blindly.
create table record_mails (
  id uuid not null,
  organisation_id uuid not null references organisations,
  record_id uuid not null,
  kind text not null check (kind in ('request', 'copy_theirs', 'copy_ours')),
  -- Encrypted.
  recipient_name text not null,
  recipient_address text not null,
  link_id uuid,
  -- Where it went instead while the organisation tried things out.
  is_test boolean not null default false,
  delivery text not null default 'waiting' check (delivery in
    ('waiting', 'handed_over', 'accepted', 'refused', 'unknown', 'given_up')),
  -- Encrypted: what the mail server said.
  answer text not null default '',
  handed_over_at timestamptz,
  handed_over_by text not null default '',
  answered_at timestamptz,
  asked_by uuid references people,
  asked_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (record_id, organisation_id) references records (id, organisation_id),
  foreign key (link_id, organisation_id) references signed_links (id, organisation_id)
);
create unique index record_mails_one_copy_each on record_mails (organisation_id, record_id, kind)
  where kind <> 'request';
create index record_mails_by_record on record_mails (record_id);
create index record_mails_by_link on record_mails (link_id);
create index record_mails_by_asker on record_mails (asked_by);

-- A limitation period that began anew, by a rule with its source. Information, not advice.
create table limitation_restarts (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  receivable_id uuid not null,
  record_id uuid not null,
  jurisdiction text not null,
  source text not null,
  acknowledged_on date not null,
  -- Its last day, where the rule row says how long; null asks for counsel.
  ends_on date,
  recorded_at timestamptz not null,
  primary key (id, organisation_id),
  constraint limitation_restarts_once unique (organisation_id, record_id, receivable_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (receivable_id, organisation_id) references receivables (id, organisation_id),
  foreign key (record_id, organisation_id) references records (id, organisation_id)
);
create index limitation_restarts_by_customer on limitation_restarts (customer_id);
create index limitation_restarts_by_receivable on limitation_restarts (receivable_id);
create index limitation_restarts_by_record on limitation_restarts (record_id);

alter table evidence drop constraint evidence_kind_check, add constraint evidence_kind_check
  check (kind in ('invoice', 'order', 'delivery_note', 'contract', 'record', 'other'));

select keep_tenants_apart('records', 'select, insert');
select keep_tenants_apart('record_signatures', 'select, insert');
select keep_tenants_apart('record_endings', 'select, insert');
select keep_tenants_apart('record_seals', 'select, insert');
select keep_tenants_apart('record_mails', 'select, insert, update');
select keep_tenants_apart('limitation_restarts', 'select, insert');

-- The history of a record and of the links to it, for its audit page.
create index events_of_records on events (subject_id, id) where subject_kind in ('record', 'link');
