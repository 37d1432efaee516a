-- Files that come in, what was seen in them, and how each found its way into the ledger.
create table imports (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  source_id uuid not null,
  file_id uuid not null,
  state text not null check (state in ('reading', 'to_map', 'comparing', 'to_apply', 'applying',
    'applied', 'to_match', 'refused', 'failed', 'cancelled')),
  format text not null check (format in ('csv', 'xlsx', 'einvoice', 'evidence', 'unknown')),
  kind text check (kind in ('customers', 'contacts', 'receivables', 'payments', 'combined')),
  evidence_kind text not null
    check (evidence_kind in ('invoice', 'order', 'delivery_note', 'contract', 'other')),
  -- Encrypted: it quotes the file.
  inspection text not null default '',
  -- Which column is which field and how it is written; and what only a person can know.
  mapping jsonb,
  choices jsonb not null,
  fingerprint text,
  is_remembered boolean not null default false,
  difference jsonb,
  row_count bigint check (row_count >= 0),
  errors bigint not null default 0,
  warnings bigint not null default 0,
  progress_rows bigint not null default 0,
  progress_of bigint,
  -- Counted up by every change of mapping or corrections: work begun before it is void.
  revision integer not null default 0,
  applied_as text check (applied_as in ('whole', 'good_rows')),
  failure text,
  receivable_id uuid,
  uploaded_at timestamptz not null,
  uploaded_by uuid references people,
  applied_at timestamptz,
  primary key (id, organisation_id),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id),
  foreign key (source_id, organisation_id) references sources (id, organisation_id),
  foreign key (file_id, organisation_id) references files (id, organisation_id),
  foreign key (receivable_id, organisation_id) references receivables (id, organisation_id),
  check ((state = 'applied') = (applied_at is not null))
);
create index imports_by_organisation on imports (organisation_id, id);
create index imports_by_entity on imports (legal_entity_id);
create index imports_by_source on imports (source_id);
create index imports_by_file on imports (file_id);
create index imports_by_receivable on imports (receivable_id);
create index imports_by_uploader on imports (uploaded_by);

create table import_findings (
  id uuid not null,
  organisation_id uuid not null references organisations,
  import_id uuid not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  code text not null,
  line bigint,
  column_name text,
  -- Encrypted: it quotes the file.
  value text not null default '',
  details jsonb not null default '{}',
  primary key (id, organisation_id),
  foreign key (import_id, organisation_id) references imports (id, organisation_id)
);
create index import_findings_by_import on import_findings (import_id, id);

-- What somebody changed of a line; the file itself stays as it came.
create table import_corrections (
  id uuid not null,
  organisation_id uuid not null references organisations,
  import_id uuid not null,
  line bigint not null check (line > 0),
  -- Null leaves the whole line out.
  position integer check (position >= 0),
  -- Encrypted.
  text text not null default '',
  corrected_at timestamptz not null,
  corrected_by uuid references people,
  primary key (id, organisation_id),
  foreign key (import_id, organisation_id) references imports (id, organisation_id)
);
create unique index import_corrections_one_per_cell
  on import_corrections (organisation_id, import_id, line, coalesce(position, -1));
create index import_corrections_by_import on import_corrections (import_id);
create index import_corrections_by_corrector on import_corrections (corrected_by);

-- What the file would change, for review: the first of each kind.
create table import_changes (
  id uuid not null,
  organisation_id uuid not null references organisations,
  import_id uuid not null,
  subject text not null check (subject in ('customer', 'contact', 'receivable', 'payment')),
  kind text not null check (kind in ('new', 'changed', 'gone')),
  line bigint,
  number text not null,
  -- Encrypted: names, and every field before and after.
  detail text not null,
  primary key (id, organisation_id),
  foreign key (import_id, organisation_id) references imports (id, organisation_id)
);
create index import_changes_by_import on import_changes (import_id, id);

-- A mapping is found again by the headings that it was made for.
create table import_mappings (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  fingerprint text not null,
  headings text[] not null,
  kind text not null check (kind in ('customers', 'contacts', 'receivables', 'payments', 'combined')),
  mapping jsonb not null,
  choices jsonb not null,
  source_id uuid not null,
  used_at timestamptz not null,
  primary key (id, organisation_id),
  constraint import_mappings_one_per_headings unique (organisation_id, legal_entity_id, fingerprint),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id),
  foreign key (source_id, organisation_id) references sources (id, organisation_id)
);
create index import_mappings_by_entity on import_mappings (legal_entity_id);
create index import_mappings_by_source on import_mappings (source_id);

select keep_tenants_apart('imports', 'select, insert, update');
select keep_tenants_apart('import_findings', 'select, insert, delete');
select keep_tenants_apart('import_corrections', 'select, insert, update, delete');
select keep_tenants_apart('import_changes', 'select, insert, delete');
select keep_tenants_apart('import_mappings', 'select, insert, update, delete');
