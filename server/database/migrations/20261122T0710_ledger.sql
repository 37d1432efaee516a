-- A company that invoices: its "today", its holidays and its money.
create table legal_entities (
  id uuid not null,
  organisation_id uuid not null references organisations,
  name text not null check (name <> ''),
  code text not null check (code <> ''),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- Subdivision for holidays, as date-holidays names it ('BY'); '' when the country has one calendar.
  region text not null default '',
  vat_id text not null default '',
  address text not null default '',
  -- Where customers pay: lines for the statement, such as bank, IBAN and BIC.
  payment_details text not null default '',
  iban text not null default '',
  default_terms_days integer not null default 30 check (default_terms_days between 0 and 365),
  created_at timestamptz not null,
  primary key (id, organisation_id),
  constraint legal_entities_one_code unique (organisation_id, code)
);

-- A place that facts come from, and how far they are known.
create table sources (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  kind text not null check (kind in ('file', 'einvoice', 'bank', 'connector', 'manual', 'demo')),
  name text not null check (name <> ''),
  -- The ledger is as it was at this instant; null when the source brings no ledger.
  ledger_synced_at timestamptz,
  -- Payments up to and including this day are in; null when the source brings no payments.
  payments_considered_until date,
  created_at timestamptz not null,
  primary key (id, organisation_id),
  constraint sources_one_name unique (organisation_id, legal_entity_id, name),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id)
);
create index sources_by_entity on sources (legal_entity_id);

create table customers (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  number text not null check (number <> ''),
  name text not null check (name <> ''),
  parent_id uuid,
  segment text not null default 'commercial' check (segment in ('commercial', 'consumer')),
  legal_form text not null default '',
  language text not null default 'en',
  country text not null default '' check (country ~ '^([A-Z]{2})?$'),
  region text not null default '',
  time_zone text not null,
  -- Encrypted: for a consumer it is a home.
  address text not null default '',
  vat_id text not null default '',
  terms_days integer check (terms_days between 0 and 365),
  credit_limit_minor bigint check (credit_limit_minor >= 0),
  credit_limit_currency text,
  -- The owner of today, kept from customer_owners by the action that changes it.
  owner_id uuid references people,
  collector_id uuid references people,
  -- A playbook chosen for this customer; null lets the segments decide.
  playbook_id uuid,
  tags text[] not null default '{}',
  source_id uuid,
  external_id text not null default '',
  vanished_on date,
  created_at timestamptz not null,
  primary key (id, organisation_id),
  constraint customers_one_number unique (organisation_id, legal_entity_id, number),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id),
  foreign key (parent_id, organisation_id) references customers (id, organisation_id),
  foreign key (source_id, organisation_id) references sources (id, organisation_id)
);
create index customers_by_entity on customers (legal_entity_id, id);
create index customers_by_parent on customers (parent_id);
create index customers_by_owner on customers (organisation_id, owner_id);
create index customers_by_owner_id on customers (owner_id);
create index customers_by_collector on customers (collector_id);
create index customers_by_source on customers (source_id);
create index customers_by_name on customers (organisation_id, lower(name), id);

-- Who owned the customer from which day on; the row before it ends the day before.
create table customer_owners (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  owner_id uuid references people,
  from_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references people,
  primary key (id, organisation_id),
  constraint customer_owners_one_a_day unique (organisation_id, customer_id, from_on),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index customer_owners_by_customer on customer_owners (customer_id, from_on);
create index customer_owners_by_owner on customer_owners (owner_id);
create index customer_owners_by_recorder on customer_owners (recorded_by);

create table contacts (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  role text not null default 'accounts_payable'
    check (role in ('accounts_payable', 'buyer', 'director', 'approver', 'legal', 'other')),
  -- name, email and phone are encrypted; the hashes find them.
  name text not null default '',
  email text not null default '',
  email_hash text,
  phone text not null default '',
  phone_hash text,
  language text,
  time_zone text,
  is_primary boolean not null default false,
  sms_consent_source text,
  sms_consent_at timestamptz,
  do_not_contact boolean not null default false,
  email_bounced_at timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  check ((sms_consent_source is null) = (sms_consent_at is null)),
  check ((email = '') = (email_hash is null))
);
create index contacts_by_customer on contacts (customer_id);
create index contacts_by_email on contacts (organisation_id, email_hash);

create table receivables (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('invoice', 'credit_note', 'debit_note', 'on_account')),
  number text not null check (number <> ''),
  issued_on date not null,
  delivered_on date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Signed: what we are owed is positive, credit notes and payments on account are negative.
  total_minor bigint not null,
  order_reference text not null default '',
  purchase_order text not null default '',
  payment_reference text not null default '',
  seller_id uuid references people,
  -- True when the document had no due date and the default terms gave one.
  due_is_assumed boolean not null default false,
  source_id uuid not null,
  external_id text not null,
  vanished_on date,
  created_at timestamptz not null,
  primary key (id, organisation_id),
  constraint receivables_one_per_document
    unique (organisation_id, legal_entity_id, source_id, external_id),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (source_id, organisation_id) references sources (id, organisation_id),
  check (case when kind in ('credit_note', 'on_account') then total_minor <= 0 else true end)
) with (fillfactor = 85);
create index receivables_by_customer on receivables (customer_id, issued_on);
create index receivables_by_entity on receivables (legal_entity_id);
create index receivables_by_source on receivables (source_id);
create index receivables_by_seller on receivables (seller_id);
create index receivables_by_number on receivables (organisation_id, number);

-- One row an instalment. open = total − Σ allocations, kept by the transaction that allocates.
create table open_items (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  customer_id uuid not null,
  receivable_id uuid not null,
  sequence integer not null default 1 check (sequence > 0),
  issued_on date not null,
  due_on date not null,
  currency text not null,
  total_minor bigint not null,
  open_minor bigint not null,
  -- The day of effect of the allocation that closed it; null while anything is open.
  closed_on date,
  primary key (id, organisation_id),
  constraint open_items_one_per_instalment unique (organisation_id, receivable_id, sequence),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (receivable_id, organisation_id) references receivables (id, organisation_id),
  check ((open_minor = 0) = (closed_on is not null)),
  -- What is open has the sign of the whole and never exceeds it.
  check (case when total_minor >= 0 then open_minor between 0 and total_minor
              else open_minor between total_minor and 0 end)
) with (fillfactor = 85);
create index open_items_by_receivable on open_items (receivable_id);
create index open_items_by_entity on open_items (legal_entity_id);
create index open_items_by_customer on open_items (customer_id);
create index open_items_open_of_customer on open_items (organisation_id, customer_id, due_on)
  where closed_on is null;

create table payments (
  id uuid not null,
  organisation_id uuid not null references organisations,
  legal_entity_id uuid not null,
  customer_id uuid not null,
  -- Money that came is positive; a refund and a reversal are negative.
  amount_minor bigint not null check (amount_minor <> 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  received_on date not null,
  reference text not null default '',
  reverses_id uuid,
  source_id uuid not null,
  external_id text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references people,
  primary key (id, organisation_id),
  constraint payments_one_per_source unique (organisation_id, source_id, external_id),
  constraint payments_reversed_once unique (organisation_id, reverses_id),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (source_id, organisation_id) references sources (id, organisation_id),
  foreign key (reverses_id, organisation_id) references payments (id, organisation_id)
);
create index payments_by_customer on payments (customer_id, received_on);
create index payments_by_entity on payments (legal_entity_id);
create index payments_by_source on payments (source_id);
create index payments_by_reversed on payments (reverses_id);
create index payments_by_recorder on payments (recorded_by);

-- Money or credit set against an open item. Never changed; undone by a further row.
-- amount has the sign of the item's total. A credit note set against an invoice is two rows of one
-- pair: +amount on the invoice's item, −amount on the credit note's.
create table allocations (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  open_item_id uuid not null,
  payment_id uuid,
  pair_id uuid,
  -- payment, credit note, or a reason that is neither.
  kind text not null check (kind in
    ('payment', 'credit', 'write_off', 'set_off', 'cancellation', 'adjustment')),
  amount_minor bigint not null check (amount_minor <> 0),
  -- The day of effect (value or posting date): as-of figures go by it.
  allocated_on date not null,
  reverses_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid references people,
  primary key (id, organisation_id),
  constraint allocations_reversed_once unique (organisation_id, reverses_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (open_item_id, organisation_id) references open_items (id, organisation_id),
  foreign key (payment_id, organisation_id) references payments (id, organisation_id),
  foreign key (reverses_id, organisation_id) references allocations (id, organisation_id),
  check ((kind = 'payment') = (payment_id is not null)),
  check ((kind = 'credit') = (pair_id is not null))
);
create index allocations_by_item on allocations (open_item_id, allocated_on);
create index allocations_by_payment on allocations (payment_id);
create index allocations_by_customer on allocations (customer_id);
create index allocations_by_reversed on allocations (reverses_id);
create index allocations_by_recorder on allocations (recorded_by);

-- What a customer owes in one currency, kept by the transaction that changes it.
create table customer_balances (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  legal_entity_id uuid not null,
  currency text not null,
  -- Σ of positive open items, Σ of negative ones (as a negative), and money not yet set against any.
  owed_minor bigint not null,
  credit_minor bigint not null,
  unapplied_minor bigint not null,
  open_items integer not null,
  oldest_due_on date,
  primary key (customer_id, currency, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (legal_entity_id, organisation_id) references legal_entities (id, organisation_id)
) with (fillfactor = 85);
create index customer_balances_by_organisation on customer_balances (organisation_id, currency);
create index customer_balances_by_entity on customer_balances (legal_entity_id);

create table holds (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  -- Null holds the whole customer.
  receivable_id uuid,
  reason text not null check (reason in
    ('dispute', 'legal', 'insolvency', 'relationship', 'data', 'agreement', 'other')),
  note text not null default '',
  starts_on date not null,
  -- The last day of the hold: it ends by itself.
  ends_on date not null check (ends_on >= starts_on),
  created_by uuid references people,
  approved_by uuid references people,
  created_at timestamptz not null,
  lifted_on date,
  lifted_by uuid references people,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (receivable_id, organisation_id) references receivables (id, organisation_id)
);
create index holds_by_customer on holds (customer_id);
create index holds_by_receivable on holds (receivable_id);
create index holds_by_creator on holds (created_by);
create index holds_by_approver on holds (approved_by);
create index holds_by_lifter on holds (lifted_by);

-- Bytes kept beside the database, addressed by their content, encrypted.
create table files (
  id uuid not null,
  organisation_id uuid not null references organisations,
  sha256 text not null,
  bytes bigint not null check (bytes >= 0),
  media_type text not null,
  name text not null,
  created_at timestamptz not null,
  primary key (id, organisation_id)
);
create index files_by_content on files (organisation_id, sha256);

create table evidence (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  receivable_id uuid,
  kind text not null check (kind in ('invoice', 'order', 'delivery_note', 'contract', 'other')),
  is_signed boolean not null default false,
  file_id uuid not null,
  added_by uuid references people,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id),
  foreign key (receivable_id, organisation_id) references receivables (id, organisation_id),
  foreign key (file_id, organisation_id) references files (id, organisation_id)
);
create index evidence_by_customer on evidence (customer_id);
create index evidence_by_receivable on evidence (receivable_id);
create index evidence_by_file on evidence (file_id);
create index evidence_by_adder on evidence (added_by);

-- A day's rate: one unit of `base` is `rate` units of `quote`. With where it is from.
create table exchange_rates (
  id uuid not null,
  organisation_id uuid not null references organisations,
  base text not null check (base ~ '^[A-Z]{3}$'),
  quote text not null check (quote ~ '^[A-Z]{3}$'),
  rate_on date not null,
  rate numeric not null check (rate > 0),
  origin text not null,
  primary key (id, organisation_id),
  constraint exchange_rates_one_a_day unique (organisation_id, base, quote, rate_on)
);

select keep_tenants_apart('legal_entities', 'select, insert, update');
select keep_tenants_apart('sources', 'select, insert, update');
select keep_tenants_apart('customers', 'select, insert, update');
select keep_tenants_apart('customer_owners', 'select, insert');
select keep_tenants_apart('contacts', 'select, insert, update');
select keep_tenants_apart('receivables', 'select, insert, update');
select keep_tenants_apart('open_items', 'select, insert, update');
select keep_tenants_apart('payments', 'select, insert');
select keep_tenants_apart('allocations', 'select, insert');
select keep_tenants_apart('customer_balances', 'select, insert, update, delete');
select keep_tenants_apart('holds', 'select, insert, update');
select keep_tenants_apart('files', 'select, insert');
select keep_tenants_apart('evidence', 'select, insert, update');
select keep_tenants_apart('exchange_rates', 'select, insert, update, delete');
