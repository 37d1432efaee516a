-- How the ball came to the lane that holds it, and how it went back.
alter table balls
  add column kind text not null default 'passed' check (kind in ('taken', 'passed', 'legal')),
  -- What finance asks the seller to find out.
  add column question text not null default '',
  add column given_by uuid references people,
  add column returned_why text
    check (returned_why in ('outcome', 'clock', 'finance', 'seller', 'legal')),
  add column returned_by uuid references people,
  add column returned_at timestamptz;
update balls set kind = 'legal' where lane = 'legal';
update balls set returned_why = 'finance' where returned_on is not null;
alter table balls add check ((returned_on is null) = (returned_why is null));
create index balls_by_giver on balls (given_by);
create index balls_by_returner on balls (returned_by);
-- How often a seller has taken the ball of late, and which came back with nothing said.
create index balls_taken on balls (customer_id, taken_on) where kind = 'taken';

-- What came of a conversation. The id is the client's: sent twice from a telephone that was
-- offline, it is one outcome.
create table outcomes (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  kind text not null check (kind in
    ('promised', 'wants_plan', 'dispute', 'already_paid', 'needs_documents', 'wrong_person',
     'short_of_cash', 'refuses', 'not_reached', 'other')),
  channel text not null check (channel in ('call', 'visit', 'email', 'other')),
  on_day date not null,
  -- When it was said; it may have been written down offline, earlier than it was recorded.
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  logged_by uuid references people,
  contact_id uuid,
  -- Encrypted: what the customer said.
  said text not null default '',
  -- What was agreed, by kind: amounts, days, receivables; server/collecting/desk/outcomes has it.
  details jsonb not null default '{}',
  ball_id uuid,
  task_id uuid,
  -- What its path opened: a promise, a plan, a dispute, a task, a message.
  opened jsonb not null default '[]',
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (contact_id, organisation_id) references contacts (id, organisation_id),
  foreign key (ball_id, organisation_id) references balls (id, organisation_id),
  foreign key (task_id, organisation_id) references tasks (id, organisation_id)
);
create index outcomes_by_customer on outcomes (customer_id, on_day);
create index outcomes_by_person on outcomes (logged_by);
create index outcomes_by_contact on outcomes (contact_id);
create index outcomes_by_ball on outcomes (ball_id);
create index outcomes_by_task on outcomes (task_id);

-- What a seller may offer without asking: by policy per segment and amount …
create table mandate_limits (
  id uuid not null,
  organisation_id uuid not null references organisations,
  -- Null is every segment.
  segment text check (segment in ('commercial', 'consumer')),
  currency text not null,
  -- Applies to what is overdue up to here; null has no ceiling.
  up_to_minor bigint check (up_to_minor > 0),
  longest_extension_days integer not null check (longest_extension_days between 0 and 365),
  most_instalments integer not null check (most_instalments between 0 and 60),
  smallest_first_payment_percent integer not null
    check (smallest_first_payment_percent between 0 and 100),
  largest_discount_basis_points integer not null default 0
    check (largest_discount_basis_points between 0 and 10000),
  waives_charges boolean not null default false,
  -- Who is asked beyond these limits.
  approver text not null default 'sales_manager'
    check (approver in ('sales_manager', 'credit_manager')),
  created_by uuid references people,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (id, organisation_id)
);
create unique index mandate_limits_one_each on mandate_limits
  (organisation_id, segment, currency, up_to_minor) nulls not distinct where ended_at is null;
create index mandate_limits_by_creator on mandate_limits (created_by);

-- … or granted to one person for one customer, until a day.
create table mandate_grants (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  person_id uuid not null references people,
  currency text not null,
  longest_extension_days integer not null check (longest_extension_days between 0 and 365),
  most_instalments integer not null check (most_instalments between 0 and 60),
  smallest_first_payment_percent integer not null
    check (smallest_first_payment_percent between 0 and 100),
  largest_discount_basis_points integer not null default 0
    check (largest_discount_basis_points between 0 and 10000),
  waives_charges boolean not null default false,
  reason text not null default '',
  granted_by uuid references people,
  granted_at timestamptz not null,
  expires_on date not null,
  revoked_at timestamptz,
  revoked_by uuid references people,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  check (granted_by <> person_id)
);
create index mandate_grants_by_customer on mandate_grants (customer_id);
create index mandate_grants_by_person on mandate_grants (person_id);
create index mandate_grants_by_granter on mandate_grants (granted_by);
create index mandate_grants_by_revoker on mandate_grants (revoked_by);

-- What goes beyond a mandate is asked of somebody who may decide it, never of oneself.
create table approvals (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  kind text not null check (kind in ('promise', 'plan', 'discount', 'waiver', 'ball', 'terms')),
  -- What is proposed, and which limits it passes; server/collecting/desk/approvals has its shape.
  proposal jsonb not null,
  beyond jsonb not null default '[]',
  note text not null default '',
  approver text not null check (approver in ('sales_manager', 'credit_manager')),
  state text not null default 'asked'
    check (state in ('asked', 'approved', 'refused', 'withdrawn', 'expired')),
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid references people,
  decided_at timestamptz,
  decision_note text not null default '',
  -- In the application, or by the link in a notification.
  decided_how text check (decided_how in ('app', 'link')),
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  check ((state = 'asked') = (decided_at is null)),
  check (state not in ('approved', 'refused') or (decided_by is not null and decided_by <> asked_by))
);
create index approvals_by_customer on approvals (customer_id);
create index approvals_asked on approvals (organisation_id, approver, asked_at) where state = 'asked';
create index approvals_by_asker on approvals (asked_by);
create index approvals_by_decider on approvals (decided_by);

-- Each use of a mandate: what was given away, and by which right.
create table mandate_uses (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  person_id uuid references people,
  limit_id uuid,
  grant_id uuid,
  approval_id uuid,
  subject_kind text not null check (subject_kind in ('promise', 'plan', 'discount', 'waiver')),
  subject_id uuid not null,
  terms jsonb not null,
  used_at timestamptz not null,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (limit_id, organisation_id) references mandate_limits (id, organisation_id),
  foreign key (grant_id, organisation_id) references mandate_grants (id, organisation_id),
  foreign key (approval_id, organisation_id) references approvals (id, organisation_id)
);
create index mandate_uses_by_customer on mandate_uses (customer_id);
create index mandate_uses_by_person on mandate_uses (person_id);
create index mandate_uses_by_limit on mandate_uses (limit_id);
create index mandate_uses_by_grant on mandate_uses (grant_id);
create index mandate_uses_by_approval on mandate_uses (approval_id);

-- A second promise not kept asks for other terms, not for another reminder.
alter table tasks drop constraint tasks_kind_check, add constraint tasks_kind_check
  check (kind in ('call', 'visit', 'letter', 'sms', 'notice', 'decision', 'contact',
    'unknown_message', 'allocation', 'terms', 'other'));

alter table promises
  add column contact_id uuid,
  -- How often what it covers had been promised and not kept before.
  add column level integer not null default 0 check (level >= 0),
  -- What had come for it when it was judged.
  add column received_minor bigint,
  add column outcome_id uuid,
  add foreign key (contact_id, organisation_id) references contacts (id, organisation_id),
  add foreign key (outcome_id, organisation_id) references outcomes (id, organisation_id);
create index promises_by_contact on promises (contact_id);
create index promises_by_outcome on promises (outcome_id);

create table plans (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  currency text not null,
  total_minor bigint not null check (total_minor > 0),
  state text not null check (state in
    ('proposed', 'awaiting_approval', 'agreed', 'kept', 'broken', 'withdrawn', 'refused')),
  interest_basis_points integer not null default 0 check (interest_basis_points >= 0),
  waives_charges boolean not null default false,
  -- One instalment missed makes the whole due.
  accelerates boolean not null default true,
  -- So many days before each instalment it is announced; null announces none.
  reminds_days_before integer check (reminds_days_before between 0 and 30),
  approval_id uuid,
  outcome_id uuid,
  proposed_by uuid references people,
  proposed_at timestamptz not null,
  agreed_on date,
  ended_on date,
  why text not null default '',
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (approval_id, organisation_id) references approvals (id, organisation_id),
  foreign key (outcome_id, organisation_id) references outcomes (id, organisation_id)
);
create index plans_by_customer on plans (customer_id);
create index plans_by_approval on plans (approval_id);
create index plans_by_outcome on plans (outcome_id);
create index plans_by_proposer on plans (proposed_by);
create index plans_live on plans (organisation_id) where state = 'agreed';

create table plan_items (
  organisation_id uuid not null references organisations,
  plan_id uuid not null,
  open_item_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  primary key (plan_id, open_item_id, organisation_id),
  foreign key (plan_id, organisation_id) references plans (id, organisation_id),
  foreign key (open_item_id, organisation_id) references open_items (id, organisation_id)
);
create index plan_items_by_item on plan_items (open_item_id);

create table plan_instalments (
  id uuid not null,
  organisation_id uuid not null references organisations,
  plan_id uuid not null,
  number integer not null check (number > 0),
  due_on date not null,
  amount_minor bigint not null check (amount_minor > 0),
  state text not null default 'open' check (state in ('open', 'kept', 'partly_kept', 'broken')),
  received_minor bigint not null default 0,
  judged_on date,
  reminded_on date,
  primary key (id, organisation_id),
  constraint plan_instalments_in_order unique (organisation_id, plan_id, number),
  foreign key (plan_id, organisation_id) references plans (id, organisation_id)
);
create index plan_instalments_by_plan on plan_instalments (plan_id);

select keep_tenants_apart('outcomes', 'select, insert');
select keep_tenants_apart('mandate_limits', 'select, insert, update');
select keep_tenants_apart('mandate_grants', 'select, insert, update');
select keep_tenants_apart('approvals', 'select, insert, update');
select keep_tenants_apart('mandate_uses', 'select, insert');
select keep_tenants_apart('plans', 'select, insert, update');
select keep_tenants_apart('plan_items', 'select, insert');
select keep_tenants_apart('plan_instalments', 'select, insert, update');
