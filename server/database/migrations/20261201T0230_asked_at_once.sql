-- A department can be asked as soon as a dispute comes to it; the index is the proof that it is once.
alter table departments add asks_at_once boolean not null default false;
alter table dispute_questions add is_at_once boolean not null default false;
create unique index dispute_questions_one_at_once on dispute_questions (dispute_id, organisation_id)
  where is_at_once;
