-- A dispute goes to a department, which has until a day to settle it.
alter table disputes
  add column department text not null default 'finance' check (department in
    ('sales', 'logistics', 'quality', 'billing', 'purchasing', 'finance', 'legal', 'other')),
  -- The last day on which it should be settled; null for those from before there were deadlines.
  add column deadline_on date,
  -- When its owner and their manager were told that the deadline passed; a later deadline clears it.
  add column escalated_on date,
  -- The document that settles it has been asked for; it stays open until the ledger has it.
  add column expects text check (expects in ('credit_note', 'corrected_invoice')),
  -- What of the invoice had been credited when it was asked for.
  add column credited_before_minor bigint,
  add column expected_by date,
  -- The document that settled it, or the corrected invoice as soon as it is known.
  add column settled_by uuid,
  -- The document that proves the delivery.
  add column proof_id uuid,
  -- Settled because nothing of the invoice was open any more: money that goes back opens it again.
  add column closed_with_invoice boolean not null default false,
  add constraint disputes_expects_whole check
    ((expects is null) = (credited_before_minor is null) and (expects is null) = (expected_by is null)),
  add foreign key (settled_by, organisation_id) references receivables (id, organisation_id),
  add foreign key (proof_id, organisation_id) references evidence (id, organisation_id),
  drop constraint disputes_resolution_check,
  add constraint disputes_resolution_check check (resolution in
    ('credit_note', 'corrected_invoice', 'delivery_proved', 'rejected', 'paid', 'written_off',
     'withdrawn'));
create index disputes_by_settling_document on disputes (settled_by);
create index disputes_by_proof on disputes (proof_id);
create index disputes_by_organisation on disputes (organisation_id, opened_on);

update disputes set department = case reason
  when 'never_received' then 'billing'
  when 'wrong_amount' then 'billing'
  when 'duplicate' then 'billing'
  when 'wrong_entity' then 'billing'
  when 'price' then 'sales'
  when 'missing_po' then 'sales'
  when 'quality' then 'quality'
  when 'quantity' then 'logistics'
  when 'not_delivered' then 'logistics'
  else 'finance' end;
-- What the system closed until now had nothing open any more.
update disputes d set closed_with_invoice = true where d.resolution = 'paid'
  and not exists (select from open_items i
    where i.receivable_id = d.receivable_id and i.closed_on is null);

-- What bears on a dispute: documents of the customer, laid beside it.
create table dispute_evidence (
  id uuid not null,
  organisation_id uuid not null references organisations,
  dispute_id uuid not null,
  evidence_id uuid not null,
  added_by uuid references people,
  -- Whose answer brought it, when nobody with a login did.
  question_id uuid,
  added_at timestamptz not null,
  primary key (id, organisation_id),
  constraint dispute_evidence_once unique (organisation_id, dispute_id, evidence_id),
  foreign key (dispute_id, organisation_id) references disputes (id, organisation_id),
  foreign key (evidence_id, organisation_id) references evidence (id, organisation_id),
  foreign key (question_id, organisation_id) references dispute_questions (id, organisation_id)
);
create index dispute_evidence_by_dispute on dispute_evidence (dispute_id);
create index dispute_evidence_by_evidence on dispute_evidence (evidence_id);
create index dispute_evidence_by_adder on dispute_evidence (added_by);
create index dispute_evidence_by_question on dispute_evidence (question_id);

-- Who answers for a department: a colleague who owns its disputes, and where it is asked by mail.
create table departments (
  organisation_id uuid not null references organisations,
  department text not null check (department in
    ('sales', 'logistics', 'quality', 'billing', 'purchasing', 'finance', 'legal', 'other')),
  person_id uuid references people,
  -- Encrypted: a name and an address that need no login; '' where there is none.
  name text not null default '',
  address text not null default '',
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  primary key (department, organisation_id)
);
create index departments_by_person on departments (person_id);

-- Which department looks into which reason, and within how many business days.
create table dispute_routes (
  organisation_id uuid not null references organisations,
  reason text not null check (reason in
    ('never_received', 'wrong_amount', 'price', 'quality', 'quantity', 'not_delivered', 'missing_po',
     'duplicate', 'already_paid', 'wrong_entity', 'other')),
  department text not null check (department in
    ('sales', 'logistics', 'quality', 'billing', 'purchasing', 'finance', 'legal', 'other')),
  business_days integer not null check (business_days between 1 and 60),
  primary key (reason, organisation_id)
);

alter table dispute_questions
  drop constraint dispute_questions_department_check,
  add constraint dispute_questions_department_check check (department in
    ('sales', 'logistics', 'quality', 'billing', 'purchasing', 'finance', 'legal', 'other')),
  drop constraint dispute_questions_answer_check,
  add constraint dispute_questions_answer_check check (answer in
    ('credit_note', 'corrected_invoice', 'delivery_proved', 'rejected', 'need_time', 'not_us')),
  -- The question that was passed on as this one.
  add column passed_on_from uuid,
  -- How far the one reminder before its day came.
  add column reminder text not null default 'none' check (reminder in
    ('none', 'waiting', 'handed_over', 'accepted', 'refused', 'unknown')),
  add column reminder_handed_over_by text not null default '',
  add foreign key (passed_on_from, organisation_id)
    references dispute_questions (id, organisation_id);
create index dispute_questions_by_origin on dispute_questions (passed_on_from);

select keep_tenants_apart('dispute_evidence', 'select, insert');
select keep_tenants_apart('departments', 'select, insert, update');
select keep_tenants_apart('dispute_routes', 'select, insert, update');
