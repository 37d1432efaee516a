-- Statements set ahead of a run's sending, until it is over. Unlogged: what a crash loses is set anew.
create unlogged table prepared_statements (
  id uuid not null,
  organisation_id uuid not null references organisations,
  run_id uuid not null,
  -- A keyed hash of all that the PDF depends on: other facts, another digest.
  digest text not null,
  -- Encrypted.
  content bytea not null,
  primary key (id, organisation_id),
  constraint prepared_statements_once unique (organisation_id, digest, run_id),
  foreign key (run_id, organisation_id) references runs (id, organisation_id)
);
create index prepared_statements_by_run on prepared_statements (run_id);

select keep_tenants_apart('prepared_statements', 'select, insert, delete');
