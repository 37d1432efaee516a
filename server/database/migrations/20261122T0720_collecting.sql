create table playbooks (
  id uuid not null,
  organisation_id uuid not null references organisations,
  name text not null check (name <> ''),
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (id, organisation_id)
);

-- A playbook's steps at one time; the one in force is the newest switched on.
create table playbook_versions (
  id uuid not null,
  organisation_id uuid not null references organisations,
  playbook_id uuid not null,
  version integer not null check (version > 0),
  -- Whom it is for, steps and policies; server/collecting/playbooks has their shape.
  content jsonb not null,
  created_by uuid references people,
  created_at timestamptz not null,
  switched_on_at timestamptz,
  primary key (id, organisation_id),
  constraint playbook_versions_one_number unique (organisation_id, playbook_id, version),
  foreign key (playbook_id, organisation_id) references playbooks (id, organisation_id)
);
create index playbook_versions_by_playbook on playbook_versions (playbook_id);
create index playbook_versions_by_creator on playbook_versions (created_by);

alter table customers add foreign key (playbook_id, organisation_id)
  references playbooks (id, organisation_id);
create index customers_by_playbook on customers (playbook_id);

create table runs (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  on_day date not null,
  state text not null check (state in
    ('planning', 'planned', 'sending', 'sent', 'cancelled', 'failed')),
  -- Figures of the plan: counts and totals per currency, per decision and reason.
  summary jsonb not null default '{}',
  planned_at timestamptz,
  planned_by uuid references people,
  approved_at timestamptz,
  approved_by uuid references people,
  -- Until then the approval can be taken back; nothing leaves before.
  undo_until timestamptz,
  finished_at timestamptz,
  failure text not null default '',
  created_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id)
);
-- One run a day and entity, unless the earlier one was cancelled or failed.
create unique index runs_one_a_day on runs (organisation_id, legal_entity_id, on_day)
  where state not in ('cancelled', 'failed');
create index runs_by_entity on runs (legal_entity_id);
create index runs_by_planner on runs (planned_by);
create index runs_by_approver on runs (approved_by);

-- What a run decided for one customer: message, task, held, or decision needed.
create table run_entries (
  id uuid not null,
  organisation_id uuid not null references organisations,
  run_id uuid not null,
  customer_id uuid not null,
  decision text not null check (decision in ('message', 'task', 'held', 'decision_needed')),
  playbook_id uuid,
  playbook_version integer,
  step_key text,
  step_name text,
  level integer,
  lane text check (lane in ('seller', 'finance', 'legal')),
  channel text check (channel in ('email', 'sms', 'letter', 'call', 'visit', 'notice')),
  -- The kind of task it becomes; null for messages.
  task_kind text check (task_kind in
    ('call', 'visit', 'letter', 'sms', 'notice', 'decision', 'contact')),
  template_key text,
  language text,
  contact_id uuid,
  sender_id uuid references people,
  cycle text,
  -- When it is to leave: the playbook's hour at the contact.
  send_at timestamptz,
  time_zone text,
  -- Why it is held, or why it needs approval: codes with their values.
  reasons jsonb not null default '[]',
  reason_codes text[] not null default '{}',
  item_count integer not null default 0,
  oldest_due_on date,
  -- Amounts concerned per currency.
  totals jsonb not null default '[]',
  needs_approval boolean not null default false,
  approved_by uuid references people,
  -- planned → sent | dropped | suppressed (the gate said no at the moment of sending) | task_made | failed
  state text not null default 'planned' check (state in
    ('planned', 'approved', 'sent', 'suppressed', 'dropped', 'task_made', 'failed')),
  -- Why it was suppressed or failed: reasons like those above.
  outcome jsonb not null default '[]',
  primary key (id, organisation_id),
  foreign key (run_id, organisation_id) references runs (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
) with (fillfactor = 85);
create index run_entries_by_run on run_entries (run_id, decision, id);
create index run_entries_to_send on run_entries (run_id, send_at, id) where state = 'approved';
create index run_entries_by_customer on run_entries (customer_id);
create index run_entries_by_sender on run_entries (sender_id);
create index run_entries_by_approver on run_entries (approved_by);

create table messages (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  legal_entity_id uuid not null,
  run_entry_id uuid,
  -- The identity: one message a customer, playbook, step, cycle and channel. A further attempt
  -- exists only by a person's decision or after a definite refusal.
  playbook_id uuid,
  playbook_version integer,
  step_key text not null,
  cycle text not null,
  channel text not null check (channel in ('email', 'sms', 'letter')),
  attempt integer not null default 1 check (attempt > 0),
  step_name text not null,
  template_key text not null,
  lane text not null check (lane in ('seller', 'finance', 'legal')),
  language text not null,
  state text not null check (state in
    ('claimed', 'handed_over', 'accepted', 'refused', 'unknown', 'delivered', 'bounced', 'withdrawn')),
  contact_id uuid,
  sender_id uuid references people,
  is_test boolean not null,
  -- Encrypted: addresses, subject and both bodies as they left.
  recipients text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  -- The keyed hash of the recipient's address: how often one person is written to.
  recipient_hash text,
  -- Encrypted: the figures that message, statement and every later look at it share.
  snapshot text not null,
  -- What it asked for, per currency.
  totals jsonb not null,
  -- The hash of the statement as it was attached; made again from the snapshot it is the same.
  statement_sha256 text,
  message_id_header text not null,
  on_day date not null,
  claimed_at timestamptz not null,
  -- The processes that claimed it and handed it over: when one is dead, somebody else goes on.
  claimed_by text not null default '',
  handed_over_at timestamptz,
  handed_over_by text,
  answered_at timestamptz,
  answer text not null default '',
  primary key (id, organisation_id),
  constraint messages_one_identity unique nulls not distinct
    (organisation_id, customer_id, playbook_id, step_key, cycle, channel, attempt),
  constraint messages_one_message_id unique (organisation_id, message_id_header),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id),
  foreign key (run_entry_id, organisation_id) references run_entries (id, organisation_id)
) with (fillfactor = 85);
create index messages_by_customer on messages (customer_id, on_day);
create index messages_by_entity on messages (legal_entity_id);
create index messages_by_run_entry on messages (run_entry_id);
create index messages_by_sender on messages (sender_id);
create index messages_by_recipient on messages (organisation_id, recipient_hash, on_day);
create index messages_not_finished on messages (organisation_id, state)
  where state in ('claimed', 'handed_over', 'unknown');

-- The steps that open items have reached. The cycle is the item's due day: a new due day starts the
-- ladder again. A message that was refused or bounced releases its steps: they are not reached.
create table reached_steps (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  open_item_id uuid not null,
  playbook_id uuid not null,
  step_key text not null,
  -- The place of the step in its playbook's ladder when it was reached.
  level integer not null,
  cycle_due_on date not null,
  message_id uuid,
  task_id uuid,
  reached_on date not null,
  -- Reached while messages went to ourselves: once they go to customers it never happened.
  is_test boolean not null default false,
  released_at timestamptz,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (open_item_id, organisation_id) references open_items (id, organisation_id),
  foreign key (message_id, organisation_id) references messages (id, organisation_id)
);
create unique index reached_steps_once on reached_steps
  (organisation_id, open_item_id, playbook_id, step_key, cycle_due_on) where released_at is null;
create index reached_steps_in_test on reached_steps (organisation_id)
  where is_test and released_at is null;
create index reached_steps_by_customer on reached_steps (customer_id);
create index reached_steps_by_item on reached_steps (open_item_id);
create index reached_steps_by_message on reached_steps (message_id);

-- What people have to do: calls, visits, letters, decisions.
create table tasks (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  kind text not null check (kind in
    ('call', 'visit', 'letter', 'sms', 'notice', 'decision', 'contact', 'unknown_message',
     'allocation', 'other')),
  lane text not null check (lane in ('seller', 'finance', 'legal')),
  step_key text,
  playbook_id uuid,
  cycle text,
  run_entry_id uuid,
  message_id uuid,
  assignee_id uuid references people,
  due_on date not null,
  note text not null default '',
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  outcome text not null default '',
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references people,
  primary key (id, organisation_id),
  constraint tasks_one_per_step unique (organisation_id, customer_id, playbook_id, step_key, cycle, kind),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (run_entry_id, organisation_id) references run_entries (id, organisation_id),
  foreign key (message_id, organisation_id) references messages (id, organisation_id)
);
create index tasks_by_customer on tasks (customer_id);
create index tasks_open_of_assignee on tasks (organisation_id, assignee_id, due_on) where state = 'open';
create index tasks_by_assignee on tasks (assignee_id);
create index tasks_by_run_entry on tasks (run_entry_id);
create index tasks_by_message on tasks (message_id);
create index tasks_by_closer on tasks (closed_by);

alter table reached_steps add foreign key (task_id, organisation_id)
  references tasks (id, organisation_id);
create index reached_steps_by_task on reached_steps (task_id);

-- The worklist row of a customer put away until a day.
create table snoozes (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  person_id uuid not null references people,
  until_on date not null,
  note text not null default '',
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index snoozes_by_customer on snoozes (customer_id);
create index snoozes_by_person on snoozes (person_id);

create table comments (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  person_id uuid not null references people,
  -- Encrypted.
  body text not null,
  written_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index comments_by_customer on comments (customer_id);
create index comments_by_person on comments (person_id);

create table promises (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  -- Null promises an amount of the account.
  open_item_id uuid,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  promised_for date not null,
  made_on date not null check (made_on <= promised_for),
  -- Encrypted: who said it.
  said_by text not null default '',
  channel text not null default 'call',
  state text not null default 'open'
    check (state in ('open', 'kept', 'partly_kept', 'broken', 'withdrawn')),
  judged_on date,
  taken_by uuid references people,
  taken_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (open_item_id, organisation_id) references open_items (id, organisation_id),
  check ((state = 'open') = (judged_on is null))
);
create index promises_by_customer on promises (customer_id);
create index promises_by_item on promises (open_item_id);
create index promises_by_taker on promises (taken_by);
create index promises_open on promises (organisation_id, promised_for) where state = 'open';

create table disputes (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  receivable_id uuid not null,
  reason text not null check (reason in
    ('never_received', 'wrong_amount', 'price', 'quality', 'quantity', 'not_delivered', 'missing_po',
     'duplicate', 'already_paid', 'wrong_entity', 'other')),
  -- The part in dispute; the rest stays collectable.
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  note text not null default '',
  opened_on date not null,
  revisit_on date,
  owner_id uuid references people,
  state text not null default 'open' check (state in ('open', 'resolved')),
  resolution text check (resolution in
    ('credit_note', 'corrected_invoice', 'delivery_proved', 'rejected', 'paid', 'withdrawn')),
  resolved_on date,
  opened_by uuid references people,
  opened_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (receivable_id, organisation_id) references receivables (id, organisation_id),
  check ((state = 'open') = (resolution is null and resolved_on is null))
);
create index disputes_by_customer on disputes (customer_id);
create index disputes_by_receivable on disputes (receivable_id);
create index disputes_by_owner on disputes (owner_id);
create index disputes_by_opener on disputes (opened_by);

-- Which lane holds the customer. No open row: finance does.
create table balls (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  lane text not null check (lane in ('seller', 'legal')),
  holder_id uuid references people,
  taken_on date not null,
  returns_on date not null check (returns_on >= taken_on),
  note text not null default '',
  returned_on date,
  recorded_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create unique index balls_one_holder on balls (organisation_id, customer_id) where returned_on is null;
create index balls_by_customer on balls (customer_id);
create index balls_by_holder on balls (holder_id);

-- Facts from outside that the gate asks for: visits planned, replies waiting to be read, money that
-- could be the customer's, and contacts that other systems made.
create table meetings (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  person_id uuid references people,
  on_day date not null,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index meetings_by_customer on meetings (customer_id, on_day);
create index meetings_by_person on meetings (person_id);

create table replies (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  message_id uuid,
  -- Encrypted: what they wrote.
  body text not null,
  received_at timestamptz not null,
  received_on date not null,
  triaged_at timestamptz,
  triaged_by uuid references people,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (message_id, organisation_id) references messages (id, organisation_id)
);
create index replies_by_customer on replies (customer_id);
create index replies_by_message on replies (message_id);
create index replies_by_triager on replies (triaged_by);

create table unmatched_cash (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  customer_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  received_on date not null,
  resolved_at timestamptz,
  primary key (id, organisation_id),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index unmatched_cash_by_customer on unmatched_cash (customer_id);
create index unmatched_cash_by_entity on unmatched_cash (legal_entity_id);

create table outside_contacts (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  on_day date not null,
  channel text not null,
  -- How far it went, as a level of the customer's ladder; 0 counts for the gap only.
  level integer not null default 0 check (level >= 0),
  origin text not null,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index outside_contacts_by_customer on outside_contacts (customer_id, on_day);

select keep_tenants_apart('playbooks', 'select, insert, update');
select keep_tenants_apart('playbook_versions', 'select, insert, update');
select keep_tenants_apart('runs', 'select, insert, update');
select keep_tenants_apart('run_entries', 'select, insert, update, delete');
select keep_tenants_apart('messages', 'select, insert, update');
select keep_tenants_apart('reached_steps', 'select, insert, update');
select keep_tenants_apart('tasks', 'select, insert, update');
select keep_tenants_apart('snoozes', 'select, insert, update');
select keep_tenants_apart('comments', 'select, insert');
select keep_tenants_apart('promises', 'select, insert, update');
select keep_tenants_apart('disputes', 'select, insert, update');
select keep_tenants_apart('balls', 'select, insert, update');
select keep_tenants_apart('meetings', 'select, insert, update, delete');
select keep_tenants_apart('replies', 'select, insert, update');
select keep_tenants_apart('unmatched_cash', 'select, insert, update');
select keep_tenants_apart('outside_contacts', 'select, insert');
