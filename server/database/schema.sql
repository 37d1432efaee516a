-- Made from the migrations. Do not edit: npm run schema.

create role goodterms_app nologin;

create role goodterms_door nologin;

create table allocations (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  open_item_id uuid not null,
  payment_id uuid,
  pair_id uuid,
  kind text not null,
  amount_minor bigint not null,
  allocated_on date not null,
  reverses_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint allocations_pkey PRIMARY KEY (id, organisation_id),
  constraint allocations_reversed_once UNIQUE (organisation_id, reverses_id),
  constraint allocations_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint allocations_open_item_id_organisation_id_fkey FOREIGN KEY (open_item_id, organisation_id) REFERENCES open_items(id, organisation_id),
  constraint allocations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint allocations_payment_id_organisation_id_fkey FOREIGN KEY (payment_id, organisation_id) REFERENCES payments(id, organisation_id),
  constraint allocations_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id),
  constraint allocations_reverses_id_organisation_id_fkey FOREIGN KEY (reverses_id, organisation_id) REFERENCES allocations(id, organisation_id),
  constraint allocations_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint allocations_check CHECK (((kind = 'payment'::text) = (payment_id IS NOT NULL))),
  constraint allocations_check1 CHECK (((kind = 'credit'::text) = (pair_id IS NOT NULL))),
  constraint allocations_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'credit'::text, 'write_off'::text, 'set_off'::text, 'cancellation'::text, 'adjustment'::text])))
);
CREATE INDEX allocations_by_customer ON public.allocations USING btree (customer_id);
CREATE INDEX allocations_by_day ON public.allocations USING btree (organisation_id, allocated_on, id);
CREATE INDEX allocations_by_item ON public.allocations USING btree (open_item_id, allocated_on);
CREATE INDEX allocations_by_payment ON public.allocations USING btree (payment_id);
CREATE INDEX allocations_by_recorder ON public.allocations USING btree (recorded_by);
CREATE INDEX allocations_by_reversed ON public.allocations USING btree (reverses_id);
create policy allocations_of_one_organisation on allocations as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on allocations to goodterms_app;
alter table allocations enable row level security;
alter table allocations force row level security;

create table approvals (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  proposal jsonb not null,
  beyond jsonb not null default '[]'::jsonb,
  note text not null default ''::text,
  approver text not null,
  state text not null default 'asked'::text,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_note text not null default ''::text,
  decided_how text,
  constraint approvals_pkey PRIMARY KEY (id, organisation_id),
  constraint approvals_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id),
  constraint approvals_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint approvals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint approvals_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint approvals_approver_check CHECK ((approver = ANY (ARRAY['sales_manager'::text, 'credit_manager'::text]))),
  constraint approvals_check CHECK (((state = 'asked'::text) = (decided_at IS NULL))),
  constraint approvals_check1 CHECK (((state <> ALL (ARRAY['approved'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> asked_by)))),
  constraint approvals_decided_how_check CHECK ((decided_how = ANY (ARRAY['app'::text, 'link'::text]))),
  constraint approvals_kind_check CHECK ((kind = ANY (ARRAY['promise'::text, 'plan'::text, 'discount'::text, 'waiver'::text, 'ball'::text, 'terms'::text]))),
  constraint approvals_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text])))
);
CREATE INDEX approvals_asked ON public.approvals USING btree (organisation_id, approver, asked_at) WHERE (state = 'asked'::text);
CREATE INDEX approvals_by_asker ON public.approvals USING btree (asked_by);
CREATE INDEX approvals_by_customer ON public.approvals USING btree (customer_id);
CREATE INDEX approvals_by_decider ON public.approvals USING btree (decided_by);
create policy approvals_of_one_organisation on approvals as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on approvals to goodterms_app;
alter table approvals enable row level security;
alter table approvals force row level security;

create table ball_offers (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  offered_to uuid not null,
  offered_by uuid not null,
  note text not null default ''::text,
  offered_on date not null,
  until date not null,
  state text not null default 'open'::text,
  ended_on date,
  answer text not null default ''::text,
  recorded_at timestamp with time zone not null,
  constraint ball_offers_pkey PRIMARY KEY (id, organisation_id),
  constraint ball_offers_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint ball_offers_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES people(id),
  constraint ball_offers_offered_to_fkey FOREIGN KEY (offered_to) REFERENCES people(id),
  constraint ball_offers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint ball_offers_check CHECK ((until >= offered_on)),
  constraint ball_offers_ended CHECK (((state = 'open'::text) = (ended_on IS NULL))),
  constraint ball_offers_state_check CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'declined'::text, 'lapsed'::text, 'overtaken'::text])))
);
CREATE INDEX ball_offers_by_asker ON public.ball_offers USING btree (offered_by);
CREATE INDEX ball_offers_by_customer ON public.ball_offers USING btree (customer_id, recorded_at);
CREATE INDEX ball_offers_by_seller ON public.ball_offers USING btree (offered_to);
CREATE UNIQUE INDEX ball_offers_one_open ON public.ball_offers USING btree (organisation_id, customer_id) WHERE (state = 'open'::text);
create policy ball_offers_of_one_organisation on ball_offers as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on ball_offers to goodterms_app;
alter table ball_offers enable row level security;
alter table ball_offers force row level security;

create table balls (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  lane text not null,
  holder_id uuid,
  taken_on date not null,
  returns_on date not null,
  note text not null default ''::text,
  returned_on date,
  recorded_at timestamp with time zone not null,
  kind text not null default 'passed'::text,
  question text not null default ''::text,
  given_by uuid,
  returned_why text,
  returned_by uuid,
  returned_at timestamp with time zone,
  warned_on date,
  constraint balls_pkey PRIMARY KEY (id, organisation_id),
  constraint balls_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint balls_given_by_fkey FOREIGN KEY (given_by) REFERENCES people(id),
  constraint balls_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES people(id),
  constraint balls_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint balls_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES people(id),
  constraint balls_check CHECK ((returns_on >= taken_on)),
  constraint balls_check1 CHECK (((returned_on IS NULL) = (returned_why IS NULL))),
  constraint balls_kind_check CHECK ((kind = ANY (ARRAY['taken'::text, 'passed'::text, 'legal'::text]))),
  constraint balls_lane_check CHECK ((lane = ANY (ARRAY['seller'::text, 'legal'::text]))),
  constraint balls_returned_why_check CHECK ((returned_why = ANY (ARRAY['outcome'::text, 'clock'::text, 'finance'::text, 'seller'::text, 'legal'::text])))
);
CREATE INDEX balls_by_customer ON public.balls USING btree (customer_id);
CREATE INDEX balls_by_giver ON public.balls USING btree (given_by);
CREATE INDEX balls_by_holder ON public.balls USING btree (holder_id);
CREATE INDEX balls_by_returner ON public.balls USING btree (returned_by);
CREATE UNIQUE INDEX balls_one_holder ON public.balls USING btree (organisation_id, customer_id) WHERE (returned_on IS NULL);
CREATE INDEX balls_taken ON public.balls USING btree (customer_id, taken_on) WHERE (kind = 'taken'::text);
create policy balls_of_one_organisation on balls as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on balls to goodterms_app;
alter table balls enable row level security;
alter table balls force row level security;

create table caught_mails (
  id uuid not null,
  organisation_id uuid not null,
  received_at timestamp with time zone not null,
  summary text not null,
  source bytea not null,
  constraint caught_mails_pkey PRIMARY KEY (id, organisation_id),
  constraint caught_mails_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
);
CREATE INDEX caught_mails_by_time ON public.caught_mails USING btree (organisation_id, received_at, id);
create policy caught_mails_of_one_organisation on caught_mails as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select on caught_mails to goodterms_app;
alter table caught_mails enable row level security;
alter table caught_mails force row level security;

create table comments (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  body text not null,
  written_at timestamp with time zone not null,
  mentions uuid[] not null default '{}'::uuid[],
  constraint comments_pkey PRIMARY KEY (id, organisation_id),
  constraint comments_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint comments_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint comments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX comments_by_customer ON public.comments USING btree (customer_id);
CREATE INDEX comments_by_person ON public.comments USING btree (person_id);
create policy comments_of_one_organisation on comments as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on comments to goodterms_app;
alter table comments enable row level security;
alter table comments force row level security;

create table contacts (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  role text not null default 'accounts_payable'::text,
  name text not null default ''::text,
  email text not null default ''::text,
  email_hash text,
  phone text not null default ''::text,
  phone_hash text,
  language text,
  time_zone text,
  is_primary boolean not null default false,
  sms_consent_source text,
  sms_consent_at timestamp with time zone,
  do_not_contact boolean not null default false,
  email_bounced_at timestamp with time zone,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint contacts_pkey PRIMARY KEY (id, organisation_id),
  constraint contacts_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint contacts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint contacts_check CHECK (((sms_consent_source IS NULL) = (sms_consent_at IS NULL))),
  constraint contacts_check1 CHECK (((email = ''::text) = (email_hash IS NULL))),
  constraint contacts_role_check CHECK ((role = ANY (ARRAY['accounts_payable'::text, 'buyer'::text, 'director'::text, 'approver'::text, 'legal'::text, 'other'::text])))
);
CREATE INDEX contacts_bounced ON public.contacts USING btree (organisation_id, email_bounced_at) WHERE (email_bounced_at IS NOT NULL);
CREATE INDEX contacts_by_customer ON public.contacts USING btree (customer_id);
CREATE INDEX contacts_by_email ON public.contacts USING btree (organisation_id, email_hash);
create policy contacts_of_one_organisation on contacts as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on contacts to goodterms_app;
alter table contacts enable row level security;
alter table contacts force row level security;

create table customer_balances (
  organisation_id uuid not null,
  customer_id uuid not null,
  legal_entity_id uuid not null,
  currency text not null,
  owed_minor bigint not null,
  credit_minor bigint not null,
  unapplied_minor bigint not null,
  open_items integer not null,
  oldest_due_on date,
  overdue_minor bigint not null default 0,
  constraint customer_balances_pkey PRIMARY KEY (customer_id, currency, organisation_id),
  constraint customer_balances_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint customer_balances_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint customer_balances_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint customer_balances_overdue_is_owed CHECK (((overdue_minor >= 0) AND (overdue_minor <= owed_minor)))
) with (fillfactor=85);
CREATE INDEX customer_balances_by_entity ON public.customer_balances USING btree (legal_entity_id);
CREATE INDEX customer_balances_by_organisation ON public.customer_balances USING btree (organisation_id, currency);
CREATE INDEX customer_balances_by_overdue ON public.customer_balances USING btree (organisation_id, currency, overdue_minor, customer_id);
CREATE INDEX customer_balances_by_owed ON public.customer_balances USING btree (organisation_id, currency, owed_minor, customer_id);
create policy customer_balances_of_one_organisation on customer_balances as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on customer_balances to goodterms_app;
alter table customer_balances enable row level security;
alter table customer_balances force row level security;

create table customer_owners (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  owner_id uuid,
  from_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint customer_owners_pkey PRIMARY KEY (id, organisation_id),
  constraint customer_owners_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint customer_owners_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint customer_owners_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint customer_owners_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
);
CREATE INDEX customer_owners_by_customer ON public.customer_owners USING btree (customer_id, from_on);
CREATE INDEX customer_owners_by_owner ON public.customer_owners USING btree (owner_id);
CREATE INDEX customer_owners_by_recorder ON public.customer_owners USING btree (recorded_by);
create policy customer_owners_of_one_organisation on customer_owners as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on customer_owners to goodterms_app;
alter table customer_owners enable row level security;
alter table customer_owners force row level security;

create table customer_standings (
  organisation_id uuid not null,
  customer_id uuid not null,
  owed_weight bigint not null,
  overdue_weight bigint not null,
  oldest_due_on date,
  constraint customer_standings_pkey PRIMARY KEY (customer_id, organisation_id),
  constraint customer_standings_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint customer_standings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
) with (fillfactor=85);
CREATE INDEX customer_standings_by_age ON public.customer_standings USING btree (organisation_id, COALESCE(oldest_due_on, 'infinity'::date), customer_id);
CREATE INDEX customer_standings_by_overdue ON public.customer_standings USING btree (organisation_id, overdue_weight, customer_id);
CREATE INDEX customer_standings_by_owed ON public.customer_standings USING btree (organisation_id, owed_weight, customer_id);
create policy customer_standings_of_one_organisation on customer_standings as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on customer_standings to goodterms_app;
alter table customer_standings enable row level security;
alter table customer_standings force row level security;

create table customer_words (
  organisation_id uuid not null,
  customer_id uuid not null,
  word text not null,
  constraint customer_words_pkey PRIMARY KEY (customer_id, word, organisation_id),
  constraint customer_words_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint customer_words_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
);
CREATE INDEX customer_words_by_word ON public.customer_words USING btree (organisation_id, word, customer_id);
create policy customer_words_of_one_organisation on customer_words as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select on customer_words to goodterms_app;
alter table customer_words enable row level security;
alter table customer_words force row level security;

create table customers (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  number text not null,
  name text not null,
  parent_id uuid,
  segment text not null default 'commercial'::text,
  legal_form text not null default ''::text,
  language text not null default 'en'::text,
  country text not null default ''::text,
  region text not null default ''::text,
  time_zone text not null,
  address text not null default ''::text,
  vat_id text not null default ''::text,
  terms_days integer,
  credit_limit_minor bigint,
  credit_limit_currency text,
  owner_id uuid,
  collector_id uuid,
  playbook_id uuid,
  tags text[] not null default '{}'::text[],
  source_id uuid,
  external_id text not null default ''::text,
  vanished_on date,
  created_at timestamp with time zone not null,
  name_key text not null generated always as (plain_text(name)),
  insurer text not null default ''::text,
  insurance_policy text not null default ''::text,
  insurance_limit_minor bigint,
  insurance_limit_currency text,
  insured_until date,
  constraint customers_pkey PRIMARY KEY (id, organisation_id),
  constraint customers_one_number UNIQUE (organisation_id, legal_entity_id, number),
  constraint customers_collector_id_fkey FOREIGN KEY (collector_id) REFERENCES people(id),
  constraint customers_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint customers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint customers_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint customers_parent_id_organisation_id_fkey FOREIGN KEY (parent_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint customers_playbook_id_organisation_id_fkey FOREIGN KEY (playbook_id, organisation_id) REFERENCES playbooks(id, organisation_id),
  constraint customers_source_id_organisation_id_fkey FOREIGN KEY (source_id, organisation_id) REFERENCES sources(id, organisation_id),
  constraint customers_country_check CHECK ((country ~ '^([A-Z]{2})?$'::text)),
  constraint customers_credit_limit_minor_check CHECK ((credit_limit_minor >= 0)),
  constraint customers_insurance_limit_has_currency CHECK (((insurance_limit_minor IS NULL) = (insurance_limit_currency IS NULL))),
  constraint customers_insurance_limit_minor_check CHECK ((insurance_limit_minor >= 0)),
  constraint customers_name_check CHECK ((name <> ''::text)),
  constraint customers_number_check CHECK ((number <> ''::text)),
  constraint customers_segment_check CHECK ((segment = ANY (ARRAY['commercial'::text, 'consumer'::text]))),
  constraint customers_terms_days_check CHECK (((terms_days >= 0) AND (terms_days <= 365)))
);
CREATE INDEX customers_by_collector ON public.customers USING btree (collector_id);
CREATE INDEX customers_by_entity ON public.customers USING btree (legal_entity_id, id);
CREATE INDEX customers_by_name ON public.customers USING btree (organisation_id, name_key, id);
CREATE INDEX customers_by_number ON public.customers USING btree (organisation_id, number, id);
CREATE INDEX customers_by_owner ON public.customers USING btree (organisation_id, owner_id);
CREATE INDEX customers_by_owner_id ON public.customers USING btree (owner_id);
CREATE INDEX customers_by_parent ON public.customers USING btree (parent_id);
CREATE INDEX customers_by_playbook ON public.customers USING btree (playbook_id);
CREATE INDEX customers_by_source ON public.customers USING btree (source_id);
create policy customers_of_one_organisation on customers as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on customers to goodterms_app;
alter table customers enable row level security;
alter table customers force row level security;

create table departments (
  organisation_id uuid not null,
  department text not null,
  person_id uuid,
  name text not null default ''::text,
  address text not null default ''::text,
  language text not null,
  asks_at_once boolean not null default false,
  constraint departments_pkey PRIMARY KEY (department, organisation_id),
  constraint departments_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint departments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint departments_department_check CHECK ((department = ANY (ARRAY['sales'::text, 'logistics'::text, 'quality'::text, 'billing'::text, 'purchasing'::text, 'finance'::text, 'legal'::text, 'other'::text]))),
  constraint departments_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text])))
);
CREATE INDEX departments_by_person ON public.departments USING btree (person_id);
create policy departments_of_one_organisation on departments as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on departments to goodterms_app;
alter table departments enable row level security;
alter table departments force row level security;

create table dispute_evidence (
  id uuid not null,
  organisation_id uuid not null,
  dispute_id uuid not null,
  evidence_id uuid not null,
  added_by uuid,
  question_id uuid,
  added_at timestamp with time zone not null,
  constraint dispute_evidence_pkey PRIMARY KEY (id, organisation_id),
  constraint dispute_evidence_once UNIQUE (organisation_id, dispute_id, evidence_id),
  constraint dispute_evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint dispute_evidence_dispute_id_organisation_id_fkey FOREIGN KEY (dispute_id, organisation_id) REFERENCES disputes(id, organisation_id),
  constraint dispute_evidence_evidence_id_organisation_id_fkey FOREIGN KEY (evidence_id, organisation_id) REFERENCES evidence(id, organisation_id),
  constraint dispute_evidence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint dispute_evidence_question_id_organisation_id_fkey FOREIGN KEY (question_id, organisation_id) REFERENCES dispute_questions(id, organisation_id)
);
CREATE INDEX dispute_evidence_by_adder ON public.dispute_evidence USING btree (added_by);
CREATE INDEX dispute_evidence_by_dispute ON public.dispute_evidence USING btree (dispute_id);
CREATE INDEX dispute_evidence_by_evidence ON public.dispute_evidence USING btree (evidence_id);
CREATE INDEX dispute_evidence_by_question ON public.dispute_evidence USING btree (question_id);
create policy dispute_evidence_of_one_organisation on dispute_evidence as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on dispute_evidence to goodterms_app;
alter table dispute_evidence enable row level security;
alter table dispute_evidence force row level security;

create table dispute_questions (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  dispute_id uuid not null,
  department text not null,
  recipient_name text not null,
  recipient_address text not null,
  question text not null,
  language text not null,
  answer_by date not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  delivery text not null default 'waiting'::text,
  handed_over_at timestamp with time zone,
  handed_over_by text not null default ''::text,
  state text not null default 'asked'::text,
  answer text,
  answer_note text not null default ''::text,
  answered_at timestamp with time zone,
  passed_on_from uuid,
  reminder text not null default 'none'::text,
  reminder_handed_over_by text not null default ''::text,
  is_at_once boolean not null default false,
  constraint dispute_questions_pkey PRIMARY KEY (id, organisation_id),
  constraint dispute_questions_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id),
  constraint dispute_questions_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint dispute_questions_dispute_id_organisation_id_fkey FOREIGN KEY (dispute_id, organisation_id) REFERENCES disputes(id, organisation_id),
  constraint dispute_questions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint dispute_questions_passed_on_from_organisation_id_fkey FOREIGN KEY (passed_on_from, organisation_id) REFERENCES dispute_questions(id, organisation_id),
  constraint dispute_questions_answer_check CHECK ((answer = ANY (ARRAY['credit_note'::text, 'corrected_invoice'::text, 'delivery_proved'::text, 'rejected'::text, 'need_time'::text, 'not_us'::text]))),
  constraint dispute_questions_answered_whole CHECK (((state = 'answered'::text) = (answer IS NOT NULL))),
  constraint dispute_questions_delivery_check CHECK ((delivery = ANY (ARRAY['waiting'::text, 'handed_over'::text, 'accepted'::text, 'refused'::text, 'unknown'::text]))),
  constraint dispute_questions_department_check CHECK ((department = ANY (ARRAY['sales'::text, 'logistics'::text, 'quality'::text, 'billing'::text, 'purchasing'::text, 'finance'::text, 'legal'::text, 'other'::text]))),
  constraint dispute_questions_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text]))),
  constraint dispute_questions_reminder_check CHECK ((reminder = ANY (ARRAY['none'::text, 'waiting'::text, 'handed_over'::text, 'accepted'::text, 'refused'::text, 'unknown'::text]))),
  constraint dispute_questions_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'withdrawn'::text])))
);
CREATE INDEX dispute_questions_by_asker ON public.dispute_questions USING btree (asked_by);
CREATE INDEX dispute_questions_by_customer ON public.dispute_questions USING btree (customer_id);
CREATE INDEX dispute_questions_by_dispute ON public.dispute_questions USING btree (dispute_id);
CREATE INDEX dispute_questions_by_origin ON public.dispute_questions USING btree (passed_on_from);
CREATE UNIQUE INDEX dispute_questions_one_at_once ON public.dispute_questions USING btree (dispute_id, organisation_id) WHERE is_at_once;
create policy dispute_questions_of_one_organisation on dispute_questions as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on dispute_questions to goodterms_app;
alter table dispute_questions enable row level security;
alter table dispute_questions force row level security;

create table dispute_routes (
  organisation_id uuid not null,
  reason text not null,
  department text,
  business_days integer,
  question text,
  constraint dispute_routes_pkey PRIMARY KEY (reason, organisation_id),
  constraint dispute_routes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint dispute_routes_business_days_check CHECK (((business_days >= 1) AND (business_days <= 60))),
  constraint dispute_routes_department_check CHECK ((department = ANY (ARRAY['sales'::text, 'logistics'::text, 'quality'::text, 'billing'::text, 'purchasing'::text, 'finance'::text, 'legal'::text, 'other'::text]))),
  constraint dispute_routes_is_whole CHECK (((department IS NULL) = (business_days IS NULL))),
  constraint dispute_routes_question_is_said CHECK (((question IS NULL) OR (btrim(question) <> ''::text))),
  constraint dispute_routes_reason_check CHECK ((reason = ANY (ARRAY['never_received'::text, 'wrong_amount'::text, 'price'::text, 'quality'::text, 'quantity'::text, 'not_delivered'::text, 'missing_po'::text, 'duplicate'::text, 'already_paid'::text, 'wrong_entity'::text, 'other'::text])))
);
create policy dispute_routes_of_one_organisation on dispute_routes as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on dispute_routes to goodterms_app;
alter table dispute_routes enable row level security;
alter table dispute_routes force row level security;

create table disputes (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  receivable_id uuid not null,
  reason text not null,
  amount_minor bigint not null,
  currency text not null,
  note text not null default ''::text,
  opened_on date not null,
  revisit_on date,
  owner_id uuid,
  state text not null default 'open'::text,
  resolution text,
  resolved_on date,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  department text not null default 'finance'::text,
  deadline_on date,
  escalated_on date,
  expects text,
  credited_before_minor bigint,
  expected_by date,
  settled_by uuid,
  proof_id uuid,
  closed_with_invoice boolean not null default false,
  constraint disputes_pkey PRIMARY KEY (id, organisation_id),
  constraint disputes_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint disputes_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id),
  constraint disputes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint disputes_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint disputes_proof_id_organisation_id_fkey FOREIGN KEY (proof_id, organisation_id) REFERENCES evidence(id, organisation_id),
  constraint disputes_receivable_id_organisation_id_fkey FOREIGN KEY (receivable_id, organisation_id) REFERENCES receivables(id, organisation_id),
  constraint disputes_settled_by_organisation_id_fkey FOREIGN KEY (settled_by, organisation_id) REFERENCES receivables(id, organisation_id),
  constraint disputes_amount_minor_check CHECK ((amount_minor > 0)),
  constraint disputes_check CHECK (((state = 'open'::text) = ((resolution IS NULL) AND (resolved_on IS NULL)))),
  constraint disputes_department_check CHECK ((department = ANY (ARRAY['sales'::text, 'logistics'::text, 'quality'::text, 'billing'::text, 'purchasing'::text, 'finance'::text, 'legal'::text, 'other'::text]))),
  constraint disputes_expects_check CHECK ((expects = ANY (ARRAY['credit_note'::text, 'corrected_invoice'::text]))),
  constraint disputes_expects_whole CHECK ((((expects IS NULL) = (credited_before_minor IS NULL)) AND ((expects IS NULL) = (expected_by IS NULL)))),
  constraint disputes_reason_check CHECK ((reason = ANY (ARRAY['never_received'::text, 'wrong_amount'::text, 'price'::text, 'quality'::text, 'quantity'::text, 'not_delivered'::text, 'missing_po'::text, 'duplicate'::text, 'already_paid'::text, 'wrong_entity'::text, 'other'::text]))),
  constraint disputes_resolution_check CHECK ((resolution = ANY (ARRAY['credit_note'::text, 'corrected_invoice'::text, 'delivery_proved'::text, 'rejected'::text, 'paid'::text, 'written_off'::text, 'withdrawn'::text]))),
  constraint disputes_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text])))
);
CREATE INDEX disputes_by_customer ON public.disputes USING btree (customer_id);
CREATE INDEX disputes_by_opener ON public.disputes USING btree (opened_by);
CREATE INDEX disputes_by_organisation ON public.disputes USING btree (organisation_id, opened_on);
CREATE INDEX disputes_by_owner ON public.disputes USING btree (owner_id);
CREATE INDEX disputes_by_proof ON public.disputes USING btree (proof_id);
CREATE INDEX disputes_by_receivable ON public.disputes USING btree (receivable_id);
CREATE INDEX disputes_by_settling_document ON public.disputes USING btree (settled_by);
create policy disputes_of_one_organisation on disputes as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on disputes to goodterms_app;
alter table disputes enable row level security;
alter table disputes force row level security;

create table event_readers (
  organisation_id uuid not null,
  reader text not null,
  last_event_id uuid not null,
  constraint event_readers_pkey PRIMARY KEY (reader, organisation_id),
  constraint event_readers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
);
create policy event_readers_of_one_organisation on event_readers as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on event_readers to goodterms_app;
alter table event_readers enable row level security;
alter table event_readers force row level security;

create table event_seals (
  organisation_id uuid not null,
  sequence bigint not null,
  event_id uuid not null,
  hash bytea not null,
  constraint event_seals_pkey PRIMARY KEY (sequence, organisation_id),
  constraint event_seals_one_per_event UNIQUE (organisation_id, event_id),
  constraint event_seals_event_id_organisation_id_fkey FOREIGN KEY (event_id, organisation_id) REFERENCES events(id, organisation_id),
  constraint event_seals_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint event_seals_sequence_check CHECK ((sequence > 0))
);
CREATE INDEX event_seals_by_event ON public.event_seals USING btree (event_id);
CREATE INDEX event_seals_by_organisation ON public.event_seals USING btree (organisation_id, sequence);
create policy event_seals_of_one_organisation on event_seals as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on event_seals to goodterms_app;
alter table event_seals enable row level security;
alter table event_seals force row level security;

create table events (
  id uuid not null,
  organisation_id uuid not null,
  at timestamp with time zone not null,
  name text not null,
  actor_kind text not null,
  actor_id uuid,
  customer_id uuid,
  subject_kind text not null,
  subject_id uuid,
  why text not null default ''::text,
  data jsonb not null default '{}'::jsonb,
  constraint events_pkey PRIMARY KEY (id, organisation_id),
  constraint events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'system'::text, 'operator'::text, 'customer'::text]))),
  constraint events_name_check CHECK ((name ~ '^[a-z_]+\.[a-z_]+$'::text))
);
CREATE INDEX events_by_customer ON public.events USING btree (customer_id, id) WHERE (customer_id IS NOT NULL);
CREATE INDEX events_by_organisation ON public.events USING btree (organisation_id, id);
CREATE INDEX events_of_records ON public.events USING btree (subject_id, id) WHERE (subject_kind = ANY (ARRAY['record'::text, 'link'::text]));
create policy events_of_one_organisation on events as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on events to goodterms_app;
alter table events enable row level security;
alter table events force row level security;

create table evidence (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  receivable_id uuid,
  kind text not null,
  is_signed boolean not null default false,
  file_id uuid not null,
  added_by uuid,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint evidence_pkey PRIMARY KEY (id, organisation_id),
  constraint evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint evidence_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint evidence_file_id_organisation_id_fkey FOREIGN KEY (file_id, organisation_id) REFERENCES files(id, organisation_id),
  constraint evidence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint evidence_receivable_id_organisation_id_fkey FOREIGN KEY (receivable_id, organisation_id) REFERENCES receivables(id, organisation_id),
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'order'::text, 'delivery_note'::text, 'contract'::text, 'record'::text, 'other'::text])))
);
CREATE INDEX evidence_by_adder ON public.evidence USING btree (added_by);
CREATE INDEX evidence_by_customer ON public.evidence USING btree (customer_id);
CREATE INDEX evidence_by_file ON public.evidence USING btree (file_id);
CREATE INDEX evidence_by_receivable ON public.evidence USING btree (receivable_id);
create policy evidence_of_one_organisation on evidence as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on evidence to goodterms_app;
alter table evidence enable row level security;
alter table evidence force row level security;

create table exchange_rates (
  id uuid not null,
  organisation_id uuid not null,
  base text not null,
  quote text not null,
  rate_on date not null,
  rate numeric not null,
  origin text not null,
  constraint exchange_rates_pkey PRIMARY KEY (id, organisation_id),
  constraint exchange_rates_one_a_day UNIQUE (organisation_id, base, quote, rate_on),
  constraint exchange_rates_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint exchange_rates_base_check CHECK ((base ~ '^[A-Z]{3}$'::text)),
  constraint exchange_rates_quote_check CHECK ((quote ~ '^[A-Z]{3}$'::text)),
  constraint exchange_rates_rate_check CHECK ((rate > (0)::numeric))
);
create policy exchange_rates_of_one_organisation on exchange_rates as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on exchange_rates to goodterms_app;
alter table exchange_rates enable row level security;
alter table exchange_rates force row level security;

create table files (
  id uuid not null,
  organisation_id uuid not null,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint files_pkey PRIMARY KEY (id, organisation_id),
  constraint files_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint files_bytes_check CHECK ((bytes >= 0))
);
CREATE INDEX files_by_content ON public.files USING btree (organisation_id, sha256);
create policy files_of_one_organisation on files as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on files to goodterms_app;
alter table files enable row level security;
alter table files force row level security;

create table holds (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  receivable_id uuid,
  reason text not null,
  note text not null default ''::text,
  starts_on date not null,
  ends_on date not null,
  created_by uuid,
  approved_by uuid,
  created_at timestamp with time zone not null,
  lifted_on date,
  lifted_by uuid,
  constraint holds_pkey PRIMARY KEY (id, organisation_id),
  constraint holds_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint holds_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint holds_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint holds_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES people(id),
  constraint holds_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint holds_receivable_id_organisation_id_fkey FOREIGN KEY (receivable_id, organisation_id) REFERENCES receivables(id, organisation_id),
  constraint holds_check CHECK ((ends_on >= starts_on)),
  constraint holds_reason_check CHECK ((reason = ANY (ARRAY['dispute'::text, 'legal'::text, 'insolvency'::text, 'relationship'::text, 'data'::text, 'agreement'::text, 'other'::text])))
);
CREATE INDEX holds_by_approver ON public.holds USING btree (approved_by);
CREATE INDEX holds_by_creator ON public.holds USING btree (created_by);
CREATE INDEX holds_by_customer ON public.holds USING btree (customer_id);
CREATE INDEX holds_by_lifter ON public.holds USING btree (lifted_by);
CREATE INDEX holds_by_receivable ON public.holds USING btree (receivable_id);
create policy holds_of_one_organisation on holds as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on holds to goodterms_app;
alter table holds enable row level security;
alter table holds force row level security;

create table idempotency_keys (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  created_at timestamp with time zone not null,
  held_by text not null default ''::text,
  answer text,
  constraint idempotency_keys_pkey PRIMARY KEY (id, organisation_id),
  constraint idempotency_keys_one_answer UNIQUE (organisation_id, person_id, key),
  constraint idempotency_keys_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint idempotency_keys_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX idempotency_keys_by_person ON public.idempotency_keys USING btree (person_id);
create policy idempotency_keys_of_one_organisation on idempotency_keys as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on idempotency_keys to goodterms_app;
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;

create table import_changes (
  id uuid not null,
  organisation_id uuid not null,
  import_id uuid not null,
  subject text not null,
  kind text not null,
  line bigint,
  number text not null,
  detail text not null,
  constraint import_changes_pkey PRIMARY KEY (id, organisation_id),
  constraint import_changes_import_id_organisation_id_fkey FOREIGN KEY (import_id, organisation_id) REFERENCES imports(id, organisation_id),
  constraint import_changes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint import_changes_kind_check CHECK ((kind = ANY (ARRAY['new'::text, 'changed'::text, 'gone'::text]))),
  constraint import_changes_subject_check CHECK ((subject = ANY (ARRAY['customer'::text, 'contact'::text, 'receivable'::text, 'payment'::text])))
);
CREATE INDEX import_changes_by_import ON public.import_changes USING btree (import_id, id);
create policy import_changes_of_one_organisation on import_changes as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select on import_changes to goodterms_app;
alter table import_changes enable row level security;
alter table import_changes force row level security;

create table import_corrections (
  id uuid not null,
  organisation_id uuid not null,
  import_id uuid not null,
  line bigint not null,
  position integer,
  text text not null default ''::text,
  corrected_at timestamp with time zone not null,
  corrected_by uuid,
  constraint import_corrections_pkey PRIMARY KEY (id, organisation_id),
  constraint import_corrections_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES people(id),
  constraint import_corrections_import_id_organisation_id_fkey FOREIGN KEY (import_id, organisation_id) REFERENCES imports(id, organisation_id),
  constraint import_corrections_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint import_corrections_line_check CHECK ((line > 0)),
  constraint import_corrections_position_check CHECK (("position" >= 0))
);
CREATE INDEX import_corrections_by_corrector ON public.import_corrections USING btree (corrected_by);
CREATE INDEX import_corrections_by_import ON public.import_corrections USING btree (import_id);
CREATE UNIQUE INDEX import_corrections_one_per_cell ON public.import_corrections USING btree (organisation_id, import_id, line, COALESCE("position", '-1'::integer));
create policy import_corrections_of_one_organisation on import_corrections as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on import_corrections to goodterms_app;
alter table import_corrections enable row level security;
alter table import_corrections force row level security;

create table import_findings (
  id uuid not null,
  organisation_id uuid not null,
  import_id uuid not null,
  severity text not null,
  code text not null,
  line bigint,
  column_name text,
  value text not null default ''::text,
  details jsonb not null default '{}'::jsonb,
  constraint import_findings_pkey PRIMARY KEY (id, organisation_id),
  constraint import_findings_import_id_organisation_id_fkey FOREIGN KEY (import_id, organisation_id) REFERENCES imports(id, organisation_id),
  constraint import_findings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint import_findings_severity_check CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'info'::text])))
);
CREATE INDEX import_findings_by_import ON public.import_findings USING btree (import_id, id);
create policy import_findings_of_one_organisation on import_findings as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select on import_findings to goodterms_app;
alter table import_findings enable row level security;
alter table import_findings force row level security;

create table import_mappings (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  fingerprint text not null,
  headings text[] not null,
  kind text not null,
  mapping jsonb not null,
  choices jsonb not null,
  source_id uuid not null,
  used_at timestamp with time zone not null,
  constraint import_mappings_pkey PRIMARY KEY (id, organisation_id),
  constraint import_mappings_one_per_headings UNIQUE (organisation_id, legal_entity_id, fingerprint),
  constraint import_mappings_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint import_mappings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint import_mappings_source_id_organisation_id_fkey FOREIGN KEY (source_id, organisation_id) REFERENCES sources(id, organisation_id),
  constraint import_mappings_kind_check CHECK ((kind = ANY (ARRAY['customers'::text, 'contacts'::text, 'receivables'::text, 'payments'::text, 'combined'::text])))
);
CREATE INDEX import_mappings_by_entity ON public.import_mappings USING btree (legal_entity_id);
CREATE INDEX import_mappings_by_source ON public.import_mappings USING btree (source_id);
create policy import_mappings_of_one_organisation on import_mappings as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on import_mappings to goodterms_app;
alter table import_mappings enable row level security;
alter table import_mappings force row level security;

create table imports (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  source_id uuid not null,
  file_id uuid not null,
  state text not null,
  format text not null,
  kind text,
  evidence_kind text not null,
  inspection text not null default ''::text,
  mapping jsonb,
  choices jsonb not null,
  fingerprint text,
  is_remembered boolean not null default false,
  difference jsonb,
  row_count bigint,
  errors bigint not null default 0,
  warnings bigint not null default 0,
  progress_rows bigint not null default 0,
  progress_of bigint,
  revision integer not null default 0,
  applied_as text,
  failure text,
  receivable_id uuid,
  uploaded_at timestamp with time zone not null,
  uploaded_by uuid,
  applied_at timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (id, organisation_id),
  constraint imports_file_id_organisation_id_fkey FOREIGN KEY (file_id, organisation_id) REFERENCES files(id, organisation_id),
  constraint imports_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint imports_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint imports_receivable_id_organisation_id_fkey FOREIGN KEY (receivable_id, organisation_id) REFERENCES receivables(id, organisation_id),
  constraint imports_source_id_organisation_id_fkey FOREIGN KEY (source_id, organisation_id) REFERENCES sources(id, organisation_id),
  constraint imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id),
  constraint imports_applied_as_check CHECK ((applied_as = ANY (ARRAY['whole'::text, 'good_rows'::text]))),
  constraint imports_check CHECK (((state = 'applied'::text) = (applied_at IS NOT NULL))),
  constraint imports_evidence_kind_check CHECK ((evidence_kind = ANY (ARRAY['invoice'::text, 'order'::text, 'delivery_note'::text, 'contract'::text, 'other'::text]))),
  constraint imports_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'einvoice'::text, 'evidence'::text, 'unknown'::text]))),
  constraint imports_kind_check CHECK ((kind = ANY (ARRAY['customers'::text, 'contacts'::text, 'receivables'::text, 'payments'::text, 'combined'::text]))),
  constraint imports_row_count_check CHECK ((row_count >= 0)),
  constraint imports_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'to_map'::text, 'comparing'::text, 'to_apply'::text, 'applying'::text, 'applied'::text, 'to_match'::text, 'refused'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX imports_by_entity ON public.imports USING btree (legal_entity_id);
CREATE INDEX imports_by_file ON public.imports USING btree (file_id);
CREATE INDEX imports_by_organisation ON public.imports USING btree (organisation_id, id);
CREATE INDEX imports_by_receivable ON public.imports USING btree (receivable_id);
CREATE INDEX imports_by_source ON public.imports USING btree (source_id);
CREATE INDEX imports_by_uploader ON public.imports USING btree (uploaded_by);
create policy imports_of_one_organisation on imports as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on imports to goodterms_app;
alter table imports enable row level security;
alter table imports force row level security;

create table legal_entities (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  code text not null,
  currency text not null,
  time_zone text not null,
  country text not null,
  region text not null default ''::text,
  vat_id text not null default ''::text,
  address text not null default ''::text,
  payment_details text not null default ''::text,
  iban text not null default ''::text,
  default_terms_days integer not null default 30,
  created_at timestamp with time zone not null,
  balances_on date not null default '2000-01-01'::date,
  constraint legal_entities_pkey PRIMARY KEY (id, organisation_id),
  constraint legal_entities_one_code UNIQUE (organisation_id, code),
  constraint legal_entities_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint legal_entities_code_check CHECK ((code <> ''::text)),
  constraint legal_entities_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint legal_entities_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint legal_entities_default_terms_days_check CHECK (((default_terms_days >= 0) AND (default_terms_days <= 365))),
  constraint legal_entities_name_check CHECK ((name <> ''::text))
);
create policy legal_entities_of_one_organisation on legal_entities as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on legal_entities to goodterms_app;
alter table legal_entities enable row level security;
alter table legal_entities force row level security;

create table limitation_restarts (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  receivable_id uuid not null,
  record_id uuid not null,
  jurisdiction text not null,
  source text not null,
  acknowledged_on date not null,
  ends_on date,
  recorded_at timestamp with time zone not null,
  constraint limitation_restarts_pkey PRIMARY KEY (id, organisation_id),
  constraint limitation_restarts_once UNIQUE (organisation_id, record_id, receivable_id),
  constraint limitation_restarts_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint limitation_restarts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint limitation_restarts_receivable_id_organisation_id_fkey FOREIGN KEY (receivable_id, organisation_id) REFERENCES receivables(id, organisation_id),
  constraint limitation_restarts_record_id_organisation_id_fkey FOREIGN KEY (record_id, organisation_id) REFERENCES records(id, organisation_id)
);
CREATE INDEX limitation_restarts_by_customer ON public.limitation_restarts USING btree (customer_id);
CREATE INDEX limitation_restarts_by_receivable ON public.limitation_restarts USING btree (receivable_id);
CREATE INDEX limitation_restarts_by_record ON public.limitation_restarts USING btree (record_id);
create policy limitation_restarts_of_one_organisation on limitation_restarts as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on limitation_restarts to goodterms_app;
alter table limitation_restarts enable row level security;
alter table limitation_restarts force row level security;

create table link_uses (
  id uuid not null,
  organisation_id uuid not null,
  link_id uuid not null,
  form text not null,
  used_at timestamp with time zone not null,
  constraint link_uses_pkey PRIMARY KEY (id, organisation_id),
  constraint link_uses_one_per_form UNIQUE (organisation_id, link_id, form),
  constraint link_uses_link_id_organisation_id_fkey FOREIGN KEY (link_id, organisation_id) REFERENCES signed_links(id, organisation_id),
  constraint link_uses_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
);
CREATE INDEX link_uses_by_link ON public.link_uses USING btree (link_id);
create policy link_uses_of_one_organisation on link_uses as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on link_uses to goodterms_app;
alter table link_uses enable row level security;
alter table link_uses force row level security;

create table mail_settings (
  organisation_id uuid not null,
  host text not null,
  port integer not null,
  security text not null,
  username text not null default ''::text,
  password text not null default ''::text,
  from_address text not null,
  message_domain text not null,
  connections integer not null default 3,
  messages_per_minute integer not null default 120,
  test_mailbox text not null default ''::text,
  updated_at timestamp with time zone not null,
  constraint mail_settings_pkey PRIMARY KEY (organisation_id),
  constraint mail_settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint mail_settings_connections_check CHECK (((connections >= 1) AND (connections <= 20))),
  constraint mail_settings_from_address_check CHECK ((from_address <> ''::text)),
  constraint mail_settings_host_check CHECK ((host <> ''::text)),
  constraint mail_settings_message_domain_check CHECK ((message_domain <> ''::text)),
  constraint mail_settings_messages_per_minute_check CHECK (((messages_per_minute >= 1) AND (messages_per_minute <= 100000))),
  constraint mail_settings_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint mail_settings_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])))
);
create policy mail_settings_of_one_organisation on mail_settings as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on mail_settings to goodterms_app;
alter table mail_settings enable row level security;
alter table mail_settings force row level security;

create table mandate_grants (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  currency text not null,
  longest_extension_days integer not null,
  most_instalments integer not null,
  smallest_first_payment_percent integer not null,
  largest_discount_basis_points integer not null default 0,
  waives_charges boolean not null default false,
  reason text not null default ''::text,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  expires_on date not null,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint mandate_grants_pkey PRIMARY KEY (id, organisation_id),
  constraint mandate_grants_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint mandate_grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people(id),
  constraint mandate_grants_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint mandate_grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint mandate_grants_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id),
  constraint mandate_grants_check CHECK ((granted_by <> person_id)),
  constraint mandate_grants_largest_discount_basis_points_check CHECK (((largest_discount_basis_points >= 0) AND (largest_discount_basis_points <= 10000))),
  constraint mandate_grants_longest_extension_days_check CHECK (((longest_extension_days >= 0) AND (longest_extension_days <= 365))),
  constraint mandate_grants_most_instalments_check CHECK (((most_instalments >= 0) AND (most_instalments <= 60))),
  constraint mandate_grants_smallest_first_payment_percent_check CHECK (((smallest_first_payment_percent >= 0) AND (smallest_first_payment_percent <= 100)))
);
CREATE INDEX mandate_grants_by_customer ON public.mandate_grants USING btree (customer_id);
CREATE INDEX mandate_grants_by_granter ON public.mandate_grants USING btree (granted_by);
CREATE INDEX mandate_grants_by_person ON public.mandate_grants USING btree (person_id);
CREATE INDEX mandate_grants_by_revoker ON public.mandate_grants USING btree (revoked_by);
create policy mandate_grants_of_one_organisation on mandate_grants as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on mandate_grants to goodterms_app;
alter table mandate_grants enable row level security;
alter table mandate_grants force row level security;

create table mandate_limits (
  id uuid not null,
  organisation_id uuid not null,
  segment text,
  currency text not null,
  up_to_minor bigint,
  longest_extension_days integer not null,
  most_instalments integer not null,
  smallest_first_payment_percent integer not null,
  largest_discount_basis_points integer not null default 0,
  waives_charges boolean not null default false,
  approver text not null default 'sales_manager'::text,
  created_by uuid,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint mandate_limits_pkey PRIMARY KEY (id, organisation_id),
  constraint mandate_limits_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint mandate_limits_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint mandate_limits_approver_check CHECK ((approver = ANY (ARRAY['sales_manager'::text, 'credit_manager'::text]))),
  constraint mandate_limits_largest_discount_basis_points_check CHECK (((largest_discount_basis_points >= 0) AND (largest_discount_basis_points <= 10000))),
  constraint mandate_limits_longest_extension_days_check CHECK (((longest_extension_days >= 0) AND (longest_extension_days <= 365))),
  constraint mandate_limits_most_instalments_check CHECK (((most_instalments >= 0) AND (most_instalments <= 60))),
  constraint mandate_limits_segment_check CHECK ((segment = ANY (ARRAY['commercial'::text, 'consumer'::text]))),
  constraint mandate_limits_smallest_first_payment_percent_check CHECK (((smallest_first_payment_percent >= 0) AND (smallest_first_payment_percent <= 100))),
  constraint mandate_limits_up_to_minor_check CHECK ((up_to_minor > 0))
);
CREATE INDEX mandate_limits_by_creator ON public.mandate_limits USING btree (created_by);
CREATE UNIQUE INDEX mandate_limits_one_each ON public.mandate_limits USING btree (organisation_id, segment, currency, up_to_minor) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
create policy mandate_limits_of_one_organisation on mandate_limits as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on mandate_limits to goodterms_app;
alter table mandate_limits enable row level security;
alter table mandate_limits force row level security;

create table mandate_uses (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  person_id uuid,
  limit_id uuid,
  grant_id uuid,
  approval_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  terms jsonb not null,
  used_at timestamp with time zone not null,
  constraint mandate_uses_pkey PRIMARY KEY (id, organisation_id),
  constraint mandate_uses_approval_id_organisation_id_fkey FOREIGN KEY (approval_id, organisation_id) REFERENCES approvals(id, organisation_id),
  constraint mandate_uses_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint mandate_uses_grant_id_organisation_id_fkey FOREIGN KEY (grant_id, organisation_id) REFERENCES mandate_grants(id, organisation_id),
  constraint mandate_uses_limit_id_organisation_id_fkey FOREIGN KEY (limit_id, organisation_id) REFERENCES mandate_limits(id, organisation_id),
  constraint mandate_uses_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint mandate_uses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint mandate_uses_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['promise'::text, 'plan'::text, 'discount'::text, 'waiver'::text])))
);
CREATE INDEX mandate_uses_by_approval ON public.mandate_uses USING btree (approval_id);
CREATE INDEX mandate_uses_by_customer ON public.mandate_uses USING btree (customer_id);
CREATE INDEX mandate_uses_by_grant ON public.mandate_uses USING btree (grant_id);
CREATE INDEX mandate_uses_by_limit ON public.mandate_uses USING btree (limit_id);
CREATE INDEX mandate_uses_by_person ON public.mandate_uses USING btree (person_id);
create policy mandate_uses_of_one_organisation on mandate_uses as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on mandate_uses to goodterms_app;
alter table mandate_uses enable row level security;
alter table mandate_uses force row level security;

create table meeting_dismissals (
  id uuid not null,
  organisation_id uuid not null,
  feed_id uuid not null,
  customer_id uuid not null,
  event_key text not null,
  title text not null default ''::text,
  dismissed_at timestamp with time zone not null,
  constraint meeting_dismissals_pkey PRIMARY KEY (id, organisation_id),
  constraint meeting_dismissals_once UNIQUE (organisation_id, feed_id, event_key, customer_id),
  constraint meeting_dismissals_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint meeting_dismissals_feed_id_organisation_id_fkey FOREIGN KEY (feed_id, organisation_id) REFERENCES meeting_feeds(id, organisation_id) ON DELETE CASCADE,
  constraint meeting_dismissals_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
);
CREATE INDEX meeting_dismissals_by_customer ON public.meeting_dismissals USING btree (customer_id);
CREATE INDEX meeting_dismissals_by_feed ON public.meeting_dismissals USING btree (feed_id);
create policy meeting_dismissals_of_one_organisation on meeting_dismissals as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select on meeting_dismissals to goodterms_app;
alter table meeting_dismissals enable row level security;
alter table meeting_dismissals force row level security;

create table meeting_feeds (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  address text not null,
  version text not null default ''::text,
  events_read integer not null default 0,
  failures integer not null default 0,
  failure text not null default ''::text,
  added_at timestamp with time zone not null,
  tried_at timestamp with time zone,
  read_at timestamp with time zone,
  next_read_at timestamp with time zone not null,
  constraint meeting_feeds_pkey PRIMARY KEY (id, organisation_id),
  constraint meeting_feeds_one_a_person UNIQUE (organisation_id, person_id),
  constraint meeting_feeds_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint meeting_feeds_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX meeting_feeds_by_person ON public.meeting_feeds USING btree (person_id);
CREATE INDEX meeting_feeds_to_read ON public.meeting_feeds USING btree (organisation_id, next_read_at);
create policy meeting_feeds_of_one_organisation on meeting_feeds as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on meeting_feeds to goodterms_app;
alter table meeting_feeds enable row level security;
alter table meeting_feeds force row level security;

create table meetings (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  person_id uuid,
  on_day date not null,
  feed_id uuid,
  event_key text not null default ''::text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  title text not null default ''::text,
  matched_by text,
  told_at timestamp with time zone,
  constraint meetings_pkey PRIMARY KEY (id, organisation_id),
  constraint meetings_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint meetings_feed_id_organisation_id_fkey FOREIGN KEY (feed_id, organisation_id) REFERENCES meeting_feeds(id, organisation_id),
  constraint meetings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint meetings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint meetings_matched_by_check CHECK ((matched_by = ANY (ARRAY['attendee'::text, 'number'::text, 'name'::text])))
);
CREATE INDEX meetings_by_customer ON public.meetings USING btree (customer_id, on_day);
CREATE INDEX meetings_by_feed ON public.meetings USING btree (feed_id, on_day);
CREATE INDEX meetings_by_person ON public.meetings USING btree (person_id);
CREATE UNIQUE INDEX meetings_once ON public.meetings USING btree (organisation_id, feed_id, event_key, customer_id, on_day) WHERE (feed_id IS NOT NULL);
create policy meetings_of_one_organisation on meetings as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on meetings to goodterms_app;
alter table meetings enable row level security;
alter table meetings force row level security;

create table members (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  roles text[] not null,
  team_id uuid,
  title text not null default ''::text,
  phone text not null default ''::text,
  created_at timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint members_pkey PRIMARY KEY (id, organisation_id),
  constraint members_one_per_person UNIQUE (organisation_id, person_id),
  constraint members_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint members_team_id_organisation_id_fkey FOREIGN KEY (team_id, organisation_id) REFERENCES teams(id, organisation_id),
  constraint members_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['seller'::text, 'sales_manager'::text, 'collector'::text, 'credit_manager'::text, 'legal'::text, 'finance_director'::text, 'administrator'::text, 'auditor'::text])))
);
CREATE INDEX members_by_person ON public.members USING btree (person_id);
CREATE INDEX members_by_team ON public.members USING btree (team_id);
create policy members_everywhere on members as permissive for select to goodterms_door using (true);
create policy members_of_one_organisation on members as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on members to goodterms_app;
grant select on members to goodterms_door;
alter table members enable row level security;
alter table members force row level security;

create table messages (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  legal_entity_id uuid not null,
  run_entry_id uuid,
  playbook_id uuid,
  playbook_version integer,
  step_key text not null,
  cycle text not null,
  channel text not null,
  attempt integer not null default 1,
  step_name text not null,
  template_key text not null,
  lane text not null,
  language text not null,
  state text not null,
  contact_id uuid,
  sender_id uuid,
  is_test boolean not null,
  recipients text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  recipient_hash text,
  snapshot text not null,
  totals jsonb not null,
  statement_sha256 text,
  message_id_header text not null,
  on_day date not null,
  claimed_at timestamp with time zone not null,
  claimed_by text not null default ''::text,
  handed_over_at timestamp with time zone,
  handed_over_by text,
  answered_at timestamp with time zone,
  answer text not null default ''::text,
  constraint messages_pkey PRIMARY KEY (id, organisation_id),
  constraint messages_one_identity UNIQUE NULLS NOT DISTINCT (organisation_id, customer_id, playbook_id, step_key, cycle, channel, attempt),
  constraint messages_one_message_id UNIQUE (organisation_id, message_id_header),
  constraint messages_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint messages_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint messages_run_entry_id_organisation_id_fkey FOREIGN KEY (run_entry_id, organisation_id) REFERENCES run_entries(id, organisation_id),
  constraint messages_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES people(id),
  constraint messages_answered_or_under_way CHECK (((answered_at IS NULL) = (state = ANY (ARRAY['claimed'::text, 'handed_over'::text])))) NOT VALID,
  constraint messages_attempt_check CHECK ((attempt > 0)),
  constraint messages_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'letter'::text]))),
  constraint messages_lane_check CHECK ((lane = ANY (ARRAY['seller'::text, 'finance'::text, 'legal'::text]))),
  constraint messages_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'handed_over'::text, 'accepted'::text, 'refused'::text, 'unknown'::text, 'delivered'::text, 'bounced'::text, 'withdrawn'::text])))
) with (fillfactor=40);
CREATE INDEX messages_by_customer ON public.messages USING btree (customer_id, on_day);
CREATE INDEX messages_by_entity ON public.messages USING btree (legal_entity_id);
CREATE INDEX messages_by_recipient ON public.messages USING btree (organisation_id, recipient_hash, on_day);
CREATE INDEX messages_by_run_entry ON public.messages USING btree (run_entry_id);
CREATE INDEX messages_by_sender ON public.messages USING btree (sender_id);
CREATE INDEX messages_under_way ON public.messages USING btree (organisation_id) WHERE (answered_at IS NULL);
create policy messages_of_one_organisation on messages as permissive for all to public using ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on messages to goodterms_app;
alter table messages enable row level security;
alter table messages force row level security;

create table notification_deliveries (
  id uuid not null,
  organisation_id uuid not null,
  channel text not null,
  person_id uuid,
  target_id uuid,
  pace text not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone not null,
  handed_over_at timestamp with time zone,
  handed_over_by text not null default ''::text,
  answered_at timestamp with time zone,
  answer text not null default ''::text,
  created_at timestamp with time zone not null,
  constraint notification_deliveries_pkey PRIMARY KEY (id, organisation_id),
  constraint notification_deliveries_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint notification_deliveries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint notification_deliveries_target_id_organisation_id_fkey FOREIGN KEY (target_id, organisation_id) REFERENCES webhook_targets(id, organisation_id),
  constraint notification_deliveries_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'webhook'::text]))),
  constraint notification_deliveries_pace_check CHECK ((pace = ANY (ARRAY['now'::text, 'daily'::text, 'weekly'::text]))),
  constraint notification_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'handed_over'::text, 'accepted'::text, 'refused'::text, 'unknown'::text, 'given_up'::text])))
);
CREATE INDEX notification_deliveries_by_person ON public.notification_deliveries USING btree (person_id);
CREATE INDEX notification_deliveries_by_target ON public.notification_deliveries USING btree (target_id);
CREATE INDEX notification_deliveries_to_do ON public.notification_deliveries USING btree (organisation_id, next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'handed_over'::text]));
create policy notification_deliveries_of_one_organisation on notification_deliveries as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on notification_deliveries to goodterms_app;
alter table notification_deliveries enable row level security;
alter table notification_deliveries force row level security;

create table notification_habits (
  organisation_id uuid not null,
  person_id uuid not null,
  time_zone text not null,
  morning text not null,
  wants_email boolean not null,
  mentions_by_email boolean not null,
  constraint notification_habits_pkey PRIMARY KEY (person_id, organisation_id),
  constraint notification_habits_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint notification_habits_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
create policy notification_habits_of_one_organisation on notification_habits as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on notification_habits to goodterms_app;
alter table notification_habits enable row level security;
alter table notification_habits force row level security;

create table notification_rules (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid,
  shipped_as text,
  name text not null,
  events text[] not null,
  condition jsonb not null,
  people text[] not null,
  named uuid[] not null,
  channels text[] not null,
  target_id uuid,
  pace text not null,
  is_on boolean not null default true,
  created_by uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint notification_rules_pkey PRIMARY KEY (id, organisation_id),
  constraint notification_rules_shipped_once UNIQUE (organisation_id, shipped_as),
  constraint notification_rules_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint notification_rules_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint notification_rules_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint notification_rules_target_id_organisation_id_fkey FOREIGN KEY (target_id, organisation_id) REFERENCES webhook_targets(id, organisation_id),
  constraint notification_rules_name_check CHECK ((name <> ''::text)),
  constraint notification_rules_pace_check CHECK ((pace = ANY (ARRAY['now'::text, 'daily'::text, 'weekly'::text])))
);
CREATE INDEX notification_rules_by_maker ON public.notification_rules USING btree (created_by);
CREATE INDEX notification_rules_by_person ON public.notification_rules USING btree (person_id);
CREATE INDEX notification_rules_by_target ON public.notification_rules USING btree (target_id);
create policy notification_rules_of_one_organisation on notification_rules as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on notification_rules to goodterms_app;
alter table notification_rules enable row level security;
alter table notification_rules force row level security;

create table notifications (
  id uuid not null,
  organisation_id uuid not null,
  event_id uuid not null,
  event text not null,
  rule_id uuid,
  customer_id uuid,
  channel text not null,
  person_id uuid,
  target_id uuid,
  pace text not null,
  due_at timestamp with time zone not null,
  delivery_id uuid,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notifications_pkey PRIMARY KEY (id, organisation_id),
  constraint notifications_once UNIQUE NULLS NOT DISTINCT (organisation_id, event_id, channel, person_id, target_id),
  constraint notifications_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint notifications_delivery_id_organisation_id_fkey FOREIGN KEY (delivery_id, organisation_id) REFERENCES notification_deliveries(id, organisation_id),
  constraint notifications_event_id_organisation_id_fkey FOREIGN KEY (event_id, organisation_id) REFERENCES events(id, organisation_id),
  constraint notifications_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint notifications_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint notifications_rule_id_organisation_id_fkey FOREIGN KEY (rule_id, organisation_id) REFERENCES notification_rules(id, organisation_id),
  constraint notifications_target_id_organisation_id_fkey FOREIGN KEY (target_id, organisation_id) REFERENCES webhook_targets(id, organisation_id),
  constraint notifications_channel_check CHECK ((channel = ANY (ARRAY['in_app'::text, 'email'::text, 'webhook'::text]))),
  constraint notifications_pace_check CHECK ((pace = ANY (ARRAY['now'::text, 'daily'::text, 'weekly'::text])))
);
CREATE INDEX notifications_by_customer ON public.notifications USING btree (customer_id);
CREATE INDEX notifications_by_delivery ON public.notifications USING btree (delivery_id);
CREATE INDEX notifications_by_event ON public.notifications USING btree (event_id);
CREATE INDEX notifications_by_person ON public.notifications USING btree (person_id);
CREATE INDEX notifications_by_rule ON public.notifications USING btree (rule_id);
CREATE INDEX notifications_by_target ON public.notifications USING btree (target_id);
CREATE INDEX notifications_of_person ON public.notifications USING btree (organisation_id, person_id, id) WHERE (channel = 'in_app'::text);
CREATE INDEX notifications_to_deliver ON public.notifications USING btree (organisation_id, due_at) WHERE ((channel <> 'in_app'::text) AND (delivery_id IS NULL));
create policy notifications_of_one_organisation on notifications as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on notifications to goodterms_app;
alter table notifications enable row level security;
alter table notifications force row level security;

create table open_items (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  customer_id uuid not null,
  receivable_id uuid not null,
  sequence integer not null default 1,
  issued_on date not null,
  due_on date not null,
  currency text not null,
  total_minor bigint not null,
  open_minor bigint not null,
  closed_on date,
  constraint open_items_pkey PRIMARY KEY (id, organisation_id),
  constraint open_items_one_per_instalment UNIQUE (organisation_id, receivable_id, sequence),
  constraint open_items_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint open_items_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint open_items_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint open_items_receivable_id_organisation_id_fkey FOREIGN KEY (receivable_id, organisation_id) REFERENCES receivables(id, organisation_id),
  constraint open_items_check CHECK (((open_minor = 0) = (closed_on IS NOT NULL))),
  constraint open_items_check1 CHECK (
CASE
    WHEN (total_minor >= 0) THEN ((open_minor >= 0) AND (open_minor <= total_minor))
    ELSE ((open_minor >= total_minor) AND (open_minor <= 0))
END),
  constraint open_items_sequence_check CHECK ((sequence > 0))
) with (fillfactor=85);
CREATE INDEX open_items_by_customer ON public.open_items USING btree (customer_id);
CREATE INDEX open_items_by_entity ON public.open_items USING btree (legal_entity_id);
CREATE INDEX open_items_by_receivable ON public.open_items USING btree (receivable_id);
CREATE INDEX open_items_open_of_customer ON public.open_items USING btree (organisation_id, customer_id, due_on) WHERE (closed_on IS NULL);
create policy open_items_of_one_organisation on open_items as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on open_items to goodterms_app;
alter table open_items enable row level security;
alter table open_items force row level security;

create table organisations (
  id uuid not null,
  name text not null,
  slug text not null,
  language text not null default 'en'::text,
  time_zone text not null default 'UTC'::text,
  reporting_currency text not null default 'EUR'::text,
  is_demo boolean not null default false,
  test_mode boolean not null default true,
  data_key text not null,
  policy jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  constraint organisations_pkey PRIMARY KEY (id),
  constraint organisations_slug_key UNIQUE (slug),
  constraint organisations_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text]))),
  constraint organisations_name_check CHECK ((name <> ''::text)),
  constraint organisations_reporting_currency_check CHECK ((reporting_currency ~ '^[A-Z]{3}$'::text)),
  constraint organisations_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);
grant insert, select, update on organisations to goodterms_app;
grant select on organisations to goodterms_door;

create table outcomes (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  channel text not null,
  on_day date not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  logged_by uuid,
  contact_id uuid,
  said text not null default ''::text,
  details jsonb not null default '{}'::jsonb,
  ball_id uuid,
  task_id uuid,
  opened jsonb not null default '[]'::jsonb,
  digest text not null default ''::text,
  answer jsonb not null default '{}'::jsonb,
  constraint outcomes_pkey PRIMARY KEY (id, organisation_id),
  constraint outcomes_ball_id_organisation_id_fkey FOREIGN KEY (ball_id, organisation_id) REFERENCES balls(id, organisation_id),
  constraint outcomes_contact_id_organisation_id_fkey FOREIGN KEY (contact_id, organisation_id) REFERENCES contacts(id, organisation_id),
  constraint outcomes_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint outcomes_logged_by_fkey FOREIGN KEY (logged_by) REFERENCES people(id),
  constraint outcomes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint outcomes_task_id_organisation_id_fkey FOREIGN KEY (task_id, organisation_id) REFERENCES tasks(id, organisation_id),
  constraint outcomes_channel_check CHECK ((channel = ANY (ARRAY['call'::text, 'visit'::text, 'email'::text, 'other'::text]))),
  constraint outcomes_kind_check CHECK ((kind = ANY (ARRAY['promised'::text, 'wants_plan'::text, 'dispute'::text, 'already_paid'::text, 'needs_documents'::text, 'wrong_person'::text, 'short_of_cash'::text, 'refuses'::text, 'not_reached'::text, 'other'::text])))
);
CREATE INDEX outcomes_by_ball ON public.outcomes USING btree (ball_id);
CREATE INDEX outcomes_by_contact ON public.outcomes USING btree (contact_id);
CREATE INDEX outcomes_by_customer ON public.outcomes USING btree (customer_id, on_day);
CREATE INDEX outcomes_by_person ON public.outcomes USING btree (logged_by);
CREATE INDEX outcomes_by_task ON public.outcomes USING btree (task_id);
create policy outcomes_of_one_organisation on outcomes as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on outcomes to goodterms_app;
alter table outcomes enable row level security;
alter table outcomes force row level security;

create table outside_contacts (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  on_day date not null,
  channel text not null,
  level integer not null default 0,
  origin text not null,
  receivable_id uuid,
  constraint outside_contacts_pkey PRIMARY KEY (id, organisation_id),
  constraint outside_contacts_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint outside_contacts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint outside_contacts_receivable_id_organisation_id_fkey FOREIGN KEY (receivable_id, organisation_id) REFERENCES receivables(id, organisation_id),
  constraint outside_contacts_level_check CHECK ((level >= 0))
);
CREATE INDEX outside_contacts_by_customer ON public.outside_contacts USING btree (customer_id, on_day);
CREATE INDEX outside_contacts_by_receivable ON public.outside_contacts USING btree (receivable_id);
create policy outside_contacts_of_one_organisation on outside_contacts as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on outside_contacts to goodterms_app;
alter table outside_contacts enable row level security;
alter table outside_contacts force row level security;

create table password_links (
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_links_pkey PRIMARY KEY (id),
  constraint password_links_token_hash_key UNIQUE (token_hash),
  constraint password_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint password_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX password_links_by_creator ON public.password_links USING btree (created_by);
CREATE INDEX password_links_by_person ON public.password_links USING btree (person_id);
grant insert, select, update on password_links to goodterms_app;

create table payments (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  customer_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  received_on date not null,
  reference text not null default ''::text,
  reverses_id uuid,
  source_id uuid not null,
  external_id text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint payments_pkey PRIMARY KEY (id, organisation_id),
  constraint payments_one_per_source UNIQUE (organisation_id, source_id, external_id),
  constraint payments_reversed_once UNIQUE (organisation_id, reverses_id),
  constraint payments_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint payments_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint payments_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint payments_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id),
  constraint payments_reverses_id_organisation_id_fkey FOREIGN KEY (reverses_id, organisation_id) REFERENCES payments(id, organisation_id),
  constraint payments_source_id_organisation_id_fkey FOREIGN KEY (source_id, organisation_id) REFERENCES sources(id, organisation_id),
  constraint payments_amount_minor_check CHECK ((amount_minor <> 0)),
  constraint payments_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
);
CREATE INDEX payments_by_customer ON public.payments USING btree (customer_id, received_on);
CREATE INDEX payments_by_day ON public.payments USING btree (organisation_id, received_on);
CREATE INDEX payments_by_entity ON public.payments USING btree (legal_entity_id);
CREATE INDEX payments_by_recorder ON public.payments USING btree (recorded_by);
CREATE INDEX payments_by_reversed ON public.payments USING btree (reverses_id);
CREATE INDEX payments_by_source ON public.payments USING btree (source_id);
create policy payments_of_one_organisation on payments as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on payments to goodterms_app;
alter table payments enable row level security;
alter table payments force row level security;

create table people (
  id uuid not null,
  name text not null,
  email text not null,
  email_hash text not null,
  password_hash text,
  language text not null default 'en'::text,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_email_hash_key UNIQUE (email_hash),
  constraint people_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text]))),
  constraint people_name_check CHECK ((name <> ''::text))
);
grant insert, select, update on people to goodterms_app;
grant select on people to goodterms_door;

create table plan_instalments (
  id uuid not null,
  organisation_id uuid not null,
  plan_id uuid not null,
  number integer not null,
  due_on date not null,
  amount_minor bigint not null,
  state text not null default 'open'::text,
  received_minor bigint not null default 0,
  judged_on date,
  reminded_on date,
  constraint plan_instalments_pkey PRIMARY KEY (id, organisation_id),
  constraint plan_instalments_in_order UNIQUE (organisation_id, plan_id, number),
  constraint plan_instalments_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint plan_instalments_plan_id_organisation_id_fkey FOREIGN KEY (plan_id, organisation_id) REFERENCES plans(id, organisation_id),
  constraint plan_instalments_amount_minor_check CHECK ((amount_minor > 0)),
  constraint plan_instalments_number_check CHECK ((number > 0)),
  constraint plan_instalments_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'partly_kept'::text, 'broken'::text])))
);
CREATE INDEX plan_instalments_by_plan ON public.plan_instalments USING btree (plan_id);
CREATE INDEX plan_instalments_missed ON public.plan_instalments USING btree (organisation_id, judged_on) WHERE (state = ANY (ARRAY['broken'::text, 'partly_kept'::text]));
create policy plan_instalments_of_one_organisation on plan_instalments as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on plan_instalments to goodterms_app;
alter table plan_instalments enable row level security;
alter table plan_instalments force row level security;

create table plan_items (
  organisation_id uuid not null,
  plan_id uuid not null,
  open_item_id uuid not null,
  amount_minor bigint not null,
  constraint plan_items_pkey PRIMARY KEY (plan_id, open_item_id, organisation_id),
  constraint plan_items_open_item_id_organisation_id_fkey FOREIGN KEY (open_item_id, organisation_id) REFERENCES open_items(id, organisation_id),
  constraint plan_items_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint plan_items_plan_id_organisation_id_fkey FOREIGN KEY (plan_id, organisation_id) REFERENCES plans(id, organisation_id),
  constraint plan_items_amount_minor_check CHECK ((amount_minor > 0))
);
CREATE INDEX plan_items_by_item ON public.plan_items USING btree (open_item_id);
create policy plan_items_of_one_organisation on plan_items as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on plan_items to goodterms_app;
alter table plan_items enable row level security;
alter table plan_items force row level security;

create table plans (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  total_minor bigint not null,
  state text not null,
  interest_basis_points integer not null default 0,
  waives_charges boolean not null default false,
  accelerates boolean not null default true,
  reminds_days_before integer,
  approval_id uuid,
  outcome_id uuid,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  agreed_on date,
  ended_on date,
  why text not null default ''::text,
  insurer_told boolean not null default false,
  replaces_id uuid,
  ended_why text not null default ''::text,
  constraint plans_pkey PRIMARY KEY (id, organisation_id),
  constraint plans_approval_id_organisation_id_fkey FOREIGN KEY (approval_id, organisation_id) REFERENCES approvals(id, organisation_id),
  constraint plans_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint plans_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint plans_outcome_id_organisation_id_fkey FOREIGN KEY (outcome_id, organisation_id) REFERENCES outcomes(id, organisation_id) DEFERRABLE INITIALLY DEFERRED,
  constraint plans_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES people(id),
  constraint plans_replaces_id_organisation_id_fkey FOREIGN KEY (replaces_id, organisation_id) REFERENCES plans(id, organisation_id),
  constraint plans_interest_basis_points_check CHECK ((interest_basis_points >= 0)),
  constraint plans_reminds_days_before_check CHECK (((reminds_days_before >= 0) AND (reminds_days_before <= 30))),
  constraint plans_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'awaiting_approval'::text, 'agreed'::text, 'kept'::text, 'broken'::text, 'withdrawn'::text, 'refused'::text, 'accelerated'::text, 'replaced'::text]))),
  constraint plans_total_minor_check CHECK ((total_minor > 0))
);
CREATE INDEX plans_by_approval ON public.plans USING btree (approval_id);
CREATE INDEX plans_by_customer ON public.plans USING btree (customer_id);
CREATE INDEX plans_by_outcome ON public.plans USING btree (outcome_id);
CREATE INDEX plans_by_proposer ON public.plans USING btree (proposed_by);
CREATE INDEX plans_by_replaced ON public.plans USING btree (replaces_id);
CREATE INDEX plans_live ON public.plans USING btree (organisation_id) WHERE (state = 'agreed'::text);
CREATE UNIQUE INDEX plans_one_in_place_of_another ON public.plans USING btree (organisation_id, replaces_id) WHERE ((replaces_id IS NOT NULL) AND (state <> ALL (ARRAY['withdrawn'::text, 'refused'::text])));
create policy plans_of_one_organisation on plans as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on plans to goodterms_app;
alter table plans enable row level security;
alter table plans force row level security;

create table playbook_versions (
  id uuid not null,
  organisation_id uuid not null,
  playbook_id uuid not null,
  version integer not null,
  content jsonb not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  switched_on_at timestamp with time zone,
  switched_on_by uuid,
  constraint playbook_versions_pkey PRIMARY KEY (id, organisation_id),
  constraint playbook_versions_one_number UNIQUE (organisation_id, playbook_id, version),
  constraint playbook_versions_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint playbook_versions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint playbook_versions_playbook_id_organisation_id_fkey FOREIGN KEY (playbook_id, organisation_id) REFERENCES playbooks(id, organisation_id),
  constraint playbook_versions_switched_on_by_fkey FOREIGN KEY (switched_on_by) REFERENCES people(id),
  constraint playbook_versions_version_check CHECK ((version > 0))
);
CREATE INDEX playbook_versions_by_creator ON public.playbook_versions USING btree (created_by);
CREATE INDEX playbook_versions_by_playbook ON public.playbook_versions USING btree (playbook_id);
CREATE INDEX playbook_versions_by_switcher ON public.playbook_versions USING btree (switched_on_by);
create policy playbook_versions_of_one_organisation on playbook_versions as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on playbook_versions to goodterms_app;
alter table playbook_versions enable row level security;
alter table playbook_versions force row level security;

create table playbooks (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint playbooks_pkey PRIMARY KEY (id, organisation_id),
  constraint playbooks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint playbooks_name_check CHECK ((name <> ''::text))
);
create policy playbooks_of_one_organisation on playbooks as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on playbooks to goodterms_app;
alter table playbooks enable row level security;
alter table playbooks force row level security;

create unlogged table prepared_statements (
  id uuid not null,
  organisation_id uuid not null,
  run_id uuid not null,
  digest text not null,
  content text not null,
  constraint prepared_statements_pkey PRIMARY KEY (id, organisation_id),
  constraint prepared_statements_once UNIQUE (organisation_id, digest, run_id),
  constraint prepared_statements_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint prepared_statements_run_id_organisation_id_fkey FOREIGN KEY (run_id, organisation_id) REFERENCES runs(id, organisation_id)
);
CREATE INDEX prepared_statements_by_run ON public.prepared_statements USING btree (run_id);
create policy prepared_statements_of_one_organisation on prepared_statements as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select on prepared_statements to goodterms_app;
alter table prepared_statements enable row level security;
alter table prepared_statements force row level security;

create table promises (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  open_item_id uuid,
  amount_minor bigint not null,
  currency text not null,
  promised_for date not null,
  made_on date not null,
  said_by text not null default ''::text,
  channel text not null default 'call'::text,
  state text not null default 'open'::text,
  judged_on date,
  taken_by uuid,
  taken_at timestamp with time zone not null,
  contact_id uuid,
  level integer not null default 0,
  received_minor bigint,
  outcome_id uuid,
  constraint promises_pkey PRIMARY KEY (id, organisation_id),
  constraint promises_contact_id_organisation_id_fkey FOREIGN KEY (contact_id, organisation_id) REFERENCES contacts(id, organisation_id),
  constraint promises_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint promises_open_item_id_organisation_id_fkey FOREIGN KEY (open_item_id, organisation_id) REFERENCES open_items(id, organisation_id),
  constraint promises_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint promises_outcome_id_organisation_id_fkey FOREIGN KEY (outcome_id, organisation_id) REFERENCES outcomes(id, organisation_id) DEFERRABLE INITIALLY DEFERRED,
  constraint promises_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people(id),
  constraint promises_amount_minor_check CHECK ((amount_minor > 0)),
  constraint promises_check CHECK ((made_on <= promised_for)),
  constraint promises_check1 CHECK (((state = 'open'::text) = (judged_on IS NULL))),
  constraint promises_level_check CHECK ((level >= 0)),
  constraint promises_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'partly_kept'::text, 'broken'::text, 'withdrawn'::text])))
);
CREATE INDEX promises_by_contact ON public.promises USING btree (contact_id);
CREATE INDEX promises_by_customer ON public.promises USING btree (customer_id);
CREATE INDEX promises_by_item ON public.promises USING btree (open_item_id);
CREATE INDEX promises_by_outcome ON public.promises USING btree (outcome_id);
CREATE INDEX promises_by_taker ON public.promises USING btree (taken_by);
CREATE INDEX promises_open ON public.promises USING btree (organisation_id, promised_for) WHERE (state = 'open'::text);
create policy promises_of_one_organisation on promises as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on promises to goodterms_app;
alter table promises enable row level security;
alter table promises force row level security;

create table rate_windows (
  key text not null,
  window_starts_at timestamp with time zone not null,
  hits integer not null,
  constraint rate_windows_pkey PRIMARY KEY (key, window_starts_at)
);
grant delete, insert, select, update on rate_windows to goodterms_app;

create table reached_steps (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  open_item_id uuid not null,
  playbook_id uuid not null,
  step_key text not null,
  level integer not null,
  cycle_due_on date not null,
  message_id uuid,
  task_id uuid,
  reached_on date not null,
  is_test boolean not null default false,
  released_at timestamp with time zone,
  constraint reached_steps_pkey PRIMARY KEY (id, organisation_id),
  constraint reached_steps_task_id_organisation_id_fkey FOREIGN KEY (task_id, organisation_id) REFERENCES tasks(id, organisation_id)
);
CREATE INDEX reached_steps_by_customer ON public.reached_steps USING btree (customer_id);
CREATE INDEX reached_steps_by_item ON public.reached_steps USING btree (open_item_id);
CREATE INDEX reached_steps_by_message ON public.reached_steps USING btree (message_id);
CREATE INDEX reached_steps_by_task ON public.reached_steps USING btree (task_id);
CREATE INDEX reached_steps_in_test ON public.reached_steps USING btree (organisation_id) WHERE (is_test AND (released_at IS NULL));
CREATE UNIQUE INDEX reached_steps_once ON public.reached_steps USING btree (organisation_id, open_item_id, playbook_id, step_key, cycle_due_on) WHERE (released_at IS NULL);
CREATE TRIGGER reached_steps_refer AFTER INSERT ON public.reached_steps REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION reached_steps_refer();
create policy reached_steps_of_one_organisation on reached_steps as permissive for all to public using ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on reached_steps to goodterms_app;
grant update (level) on reached_steps to goodterms_app;
grant update (released_at) on reached_steps to goodterms_app;
alter table reached_steps enable row level security;
alter table reached_steps force row level security;

create table receivables (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  number text not null,
  issued_on date not null,
  delivered_on date,
  currency text not null,
  total_minor bigint not null,
  order_reference text not null default ''::text,
  purchase_order text not null default ''::text,
  payment_reference text not null default ''::text,
  seller_id uuid,
  due_is_assumed boolean not null default false,
  source_id uuid not null,
  external_id text not null,
  vanished_on date,
  created_at timestamp with time zone not null,
  constraint receivables_pkey PRIMARY KEY (id, organisation_id),
  constraint receivables_one_per_document UNIQUE (organisation_id, legal_entity_id, source_id, external_id),
  constraint receivables_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint receivables_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint receivables_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint receivables_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES people(id),
  constraint receivables_source_id_organisation_id_fkey FOREIGN KEY (source_id, organisation_id) REFERENCES sources(id, organisation_id),
  constraint receivables_check CHECK (
CASE
    WHEN (kind = ANY (ARRAY['credit_note'::text, 'on_account'::text])) THEN (total_minor <= 0)
    ELSE true
END),
  constraint receivables_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint receivables_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit_note'::text, 'debit_note'::text, 'on_account'::text]))),
  constraint receivables_number_check CHECK ((number <> ''::text))
) with (fillfactor=85);
CREATE INDEX receivables_by_customer ON public.receivables USING btree (customer_id, issued_on);
CREATE INDEX receivables_by_day ON public.receivables USING btree (organisation_id, issued_on, id);
CREATE INDEX receivables_by_entity ON public.receivables USING btree (legal_entity_id);
CREATE INDEX receivables_by_number ON public.receivables USING btree (organisation_id, number);
CREATE INDEX receivables_by_seller ON public.receivables USING btree (seller_id);
CREATE INDEX receivables_by_source ON public.receivables USING btree (source_id);
CREATE INDEX receivables_delivered_later ON public.receivables USING btree (organisation_id, delivered_on) WHERE (delivered_on > issued_on);
CREATE INDEX receivables_unusual_of_customer ON public.receivables USING btree (customer_id) WHERE (due_is_assumed OR (vanished_on IS NOT NULL) OR (delivered_on > issued_on));
create policy receivables_of_one_organisation on receivables as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on receivables to goodterms_app;
alter table receivables enable row level security;
alter table receivables force row level security;

create table record_endings (
  id uuid not null,
  organisation_id uuid not null,
  record_id uuid not null,
  kind text not null,
  why text not null,
  link_id uuid,
  ended_by uuid,
  ended_at timestamp with time zone not null,
  origin text not null default ''::text,
  constraint record_endings_pkey PRIMARY KEY (id, organisation_id),
  constraint record_endings_one_each UNIQUE (organisation_id, record_id),
  constraint record_endings_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id),
  constraint record_endings_link_id_organisation_id_fkey FOREIGN KEY (link_id, organisation_id) REFERENCES signed_links(id, organisation_id),
  constraint record_endings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint record_endings_record_id_organisation_id_fkey FOREIGN KEY (record_id, organisation_id) REFERENCES records(id, organisation_id),
  constraint record_endings_kind_check CHECK ((kind = ANY (ARRAY['refused'::text, 'withdrawn'::text])))
);
CREATE INDEX record_endings_by_link ON public.record_endings USING btree (link_id);
CREATE INDEX record_endings_by_person ON public.record_endings USING btree (ended_by);
CREATE INDEX record_endings_by_record ON public.record_endings USING btree (record_id);
create policy record_endings_of_one_organisation on record_endings as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on record_endings to goodterms_app;
alter table record_endings enable row level security;
alter table record_endings force row level security;

create table record_mails (
  id uuid not null,
  organisation_id uuid not null,
  record_id uuid not null,
  kind text not null,
  recipient_name text not null,
  recipient_address text not null,
  link_id uuid,
  is_test boolean not null default false,
  delivery text not null default 'waiting'::text,
  answer text not null default ''::text,
  handed_over_at timestamp with time zone,
  handed_over_by text not null default ''::text,
  answered_at timestamp with time zone,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  constraint record_mails_pkey PRIMARY KEY (id, organisation_id),
  constraint record_mails_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id),
  constraint record_mails_link_id_organisation_id_fkey FOREIGN KEY (link_id, organisation_id) REFERENCES signed_links(id, organisation_id),
  constraint record_mails_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint record_mails_record_id_organisation_id_fkey FOREIGN KEY (record_id, organisation_id) REFERENCES records(id, organisation_id),
  constraint record_mails_delivery_check CHECK ((delivery = ANY (ARRAY['waiting'::text, 'handed_over'::text, 'accepted'::text, 'refused'::text, 'unknown'::text, 'given_up'::text]))),
  constraint record_mails_kind_check CHECK ((kind = ANY (ARRAY['request'::text, 'copy_theirs'::text, 'copy_ours'::text])))
);
CREATE INDEX record_mails_by_asker ON public.record_mails USING btree (asked_by);
CREATE INDEX record_mails_by_link ON public.record_mails USING btree (link_id);
CREATE INDEX record_mails_by_record ON public.record_mails USING btree (record_id);
CREATE UNIQUE INDEX record_mails_one_copy_each ON public.record_mails USING btree (organisation_id, record_id, kind) WHERE (kind <> 'request'::text);
create policy record_mails_of_one_organisation on record_mails as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on record_mails to goodterms_app;
alter table record_mails enable row level security;
alter table record_mails force row level security;

create table record_seals (
  id uuid not null,
  organisation_id uuid not null,
  record_id uuid not null,
  state text not null,
  problem text not null default ''::text,
  fingerprint text not null,
  sha256 text,
  evidence_id uuid,
  sealed_at timestamp with time zone not null,
  constraint record_seals_pkey PRIMARY KEY (id, organisation_id),
  constraint record_seals_evidence_id_organisation_id_fkey FOREIGN KEY (evidence_id, organisation_id) REFERENCES evidence(id, organisation_id),
  constraint record_seals_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint record_seals_record_id_organisation_id_fkey FOREIGN KEY (record_id, organisation_id) REFERENCES records(id, organisation_id),
  constraint record_seals_check CHECK (((state = 'not_sealed'::text) = (sha256 IS NULL))),
  constraint record_seals_check1 CHECK (((state = 'not_sealed'::text) = (evidence_id IS NULL))),
  constraint record_seals_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint record_seals_state_check CHECK ((state = ANY (ARRAY['sealed_b_b'::text, 'sealed_b_t'::text, 'not_sealed'::text])))
);
CREATE INDEX record_seals_by_evidence ON public.record_seals USING btree (evidence_id);
CREATE INDEX record_seals_by_record ON public.record_seals USING btree (record_id);
CREATE UNIQUE INDEX record_seals_one_each ON public.record_seals USING btree (organisation_id, record_id) WHERE (state <> 'not_sealed'::text);
create policy record_seals_of_one_organisation on record_seals as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on record_seals to goodterms_app;
alter table record_seals enable row level security;
alter table record_seals force row level security;

create table record_signatures (
  id uuid not null,
  organisation_id uuid not null,
  record_id uuid not null,
  how text not null,
  method text not null,
  signer text not null,
  link_id uuid,
  is_test boolean not null,
  document_hash text not null,
  signed_at timestamp with time zone not null,
  witnessed_by uuid,
  constraint record_signatures_pkey PRIMARY KEY (id, organisation_id),
  constraint record_signatures_one_each UNIQUE (organisation_id, record_id),
  constraint record_signatures_link_id_organisation_id_fkey FOREIGN KEY (link_id, organisation_id) REFERENCES signed_links(id, organisation_id),
  constraint record_signatures_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint record_signatures_record_id_organisation_id_fkey FOREIGN KEY (record_id, organisation_id) REFERENCES records(id, organisation_id),
  constraint record_signatures_witnessed_by_fkey FOREIGN KEY (witnessed_by) REFERENCES people(id),
  constraint record_signatures_check CHECK (((how = 'link'::text) = (link_id IS NOT NULL))),
  constraint record_signatures_check1 CHECK (((how = 'device'::text) = (witnessed_by IS NOT NULL))),
  constraint record_signatures_how_check CHECK ((how = ANY (ARRAY['device'::text, 'link'::text]))),
  constraint record_signatures_method_check CHECK ((method = ANY (ARRAY['drawn'::text, 'typed'::text])))
);
CREATE INDEX record_signatures_by_link ON public.record_signatures USING btree (link_id);
CREATE INDEX record_signatures_by_record ON public.record_signatures USING btree (record_id);
CREATE INDEX record_signatures_by_witness ON public.record_signatures USING btree (witnessed_by);
create policy record_signatures_of_one_organisation on record_signatures as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on record_signatures to goodterms_app;
alter table record_signatures enable row level security;
alter table record_signatures force row level security;

create table records (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  language text not null,
  jurisdiction text not null,
  snapshot text not null,
  document_hash text not null,
  signer text not null,
  outcome_id uuid,
  promise_id uuid,
  plan_id uuid,
  supersedes_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  open_item_ids uuid[] not null default '{}'::uuid[],
  constraint records_pkey PRIMARY KEY (id, organisation_id),
  constraint records_superseded_once UNIQUE (organisation_id, supersedes_id),
  constraint records_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint records_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint records_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint records_outcome_id_organisation_id_fkey FOREIGN KEY (outcome_id, organisation_id) REFERENCES outcomes(id, organisation_id),
  constraint records_plan_id_organisation_id_fkey FOREIGN KEY (plan_id, organisation_id) REFERENCES plans(id, organisation_id),
  constraint records_promise_id_organisation_id_fkey FOREIGN KEY (promise_id, organisation_id) REFERENCES promises(id, organisation_id),
  constraint records_supersedes_id_organisation_id_fkey FOREIGN KEY (supersedes_id, organisation_id) REFERENCES records(id, organisation_id),
  constraint records_document_hash_check CHECK ((document_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint records_jurisdiction_check CHECK ((jurisdiction = ANY (ARRAY['DE'::text, 'AT'::text, 'CH'::text, 'FR'::text, 'ES'::text, 'UK'::text, 'IE'::text, 'BE'::text, 'NL'::text, 'general'::text]))),
  constraint records_kind_check CHECK ((kind = ANY (ARRAY['conversation'::text, 'acknowledgement'::text]))),
  constraint records_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text])))
);
CREATE INDEX records_by_customer ON public.records USING btree (customer_id, made_at);
CREATE INDEX records_by_maker ON public.records USING btree (made_by);
CREATE INDEX records_by_outcome ON public.records USING btree (outcome_id);
CREATE INDEX records_by_plan ON public.records USING btree (plan_id);
CREATE INDEX records_by_predecessor ON public.records USING btree (supersedes_id);
CREATE INDEX records_by_promise ON public.records USING btree (promise_id);
create policy records_of_one_organisation on records as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on records to goodterms_app;
alter table records enable row level security;
alter table records force row level security;

create table replies (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  message_id uuid,
  body text not null,
  received_at timestamp with time zone not null,
  received_on date not null,
  triaged_at timestamp with time zone,
  triaged_by uuid,
  constraint replies_pkey PRIMARY KEY (id, organisation_id),
  constraint replies_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint replies_message_id_organisation_id_fkey FOREIGN KEY (message_id, organisation_id) REFERENCES messages(id, organisation_id),
  constraint replies_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint replies_triaged_by_fkey FOREIGN KEY (triaged_by) REFERENCES people(id)
);
CREATE INDEX replies_by_customer ON public.replies USING btree (customer_id);
CREATE INDEX replies_by_message ON public.replies USING btree (message_id);
CREATE INDEX replies_by_triager ON public.replies USING btree (triaged_by);
CREATE INDEX replies_waiting ON public.replies USING btree (organisation_id, received_on) WHERE (triaged_at IS NULL);
create policy replies_of_one_organisation on replies as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on replies to goodterms_app;
alter table replies enable row level security;
alter table replies force row level security;

create table run_entries (
  id uuid not null,
  organisation_id uuid not null,
  run_id uuid not null,
  customer_id uuid not null,
  decision text not null,
  playbook_id uuid,
  playbook_version integer,
  step_key text,
  step_name text,
  level integer,
  lane text,
  channel text,
  task_kind text,
  template_key text,
  language text,
  contact_id uuid,
  sender_id uuid,
  cycle text,
  send_at timestamp with time zone,
  time_zone text,
  reasons jsonb not null default '[]'::jsonb,
  reason_codes text[] not null default '{}'::text[],
  item_count integer not null default 0,
  oldest_due_on date,
  totals jsonb not null default '[]'::jsonb,
  needs_approval boolean not null default false,
  approved_by uuid,
  state text not null default 'planned'::text,
  outcome jsonb not null default '[]'::jsonb,
  constraint run_entries_pkey PRIMARY KEY (id, organisation_id),
  constraint run_entries_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint run_entries_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint run_entries_run_id_organisation_id_fkey FOREIGN KEY (run_id, organisation_id) REFERENCES runs(id, organisation_id),
  constraint run_entries_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES people(id),
  constraint run_entries_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'letter'::text, 'call'::text, 'visit'::text, 'notice'::text]))),
  constraint run_entries_decision_check CHECK ((decision = ANY (ARRAY['message'::text, 'task'::text, 'held'::text, 'decision_needed'::text]))),
  constraint run_entries_lane_check CHECK ((lane = ANY (ARRAY['seller'::text, 'finance'::text, 'legal'::text]))),
  constraint run_entries_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'approved'::text, 'sent'::text, 'suppressed'::text, 'dropped'::text, 'task_made'::text, 'failed'::text]))),
  constraint run_entries_task_kind_check CHECK ((task_kind = ANY (ARRAY['call'::text, 'visit'::text, 'letter'::text, 'sms'::text, 'notice'::text, 'decision'::text, 'contact'::text])))
) with (fillfactor=85);
CREATE INDEX run_entries_by_approver ON public.run_entries USING btree (approved_by);
CREATE INDEX run_entries_by_customer ON public.run_entries USING btree (customer_id);
CREATE INDEX run_entries_by_run ON public.run_entries USING btree (run_id, decision, id);
CREATE INDEX run_entries_by_sender ON public.run_entries USING btree (sender_id);
CREATE INDEX run_entries_to_send ON public.run_entries USING btree (run_id, send_at, id) WHERE (state = 'approved'::text);
create policy run_entries_of_one_organisation on run_entries as permissive for all to public using ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on run_entries to goodterms_app;
alter table run_entries enable row level security;
alter table run_entries force row level security;

create table runs (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  on_day date not null,
  state text not null,
  summary jsonb not null default '{}'::jsonb,
  planned_at timestamp with time zone,
  planned_by uuid,
  approved_at timestamp with time zone,
  approved_by uuid,
  undo_until timestamp with time zone,
  finished_at timestamp with time zone,
  failure text not null default ''::text,
  created_at timestamp with time zone not null,
  constraint runs_pkey PRIMARY KEY (id, organisation_id),
  constraint runs_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint runs_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint runs_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint runs_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES people(id),
  constraint runs_state_check CHECK ((state = ANY (ARRAY['planning'::text, 'planned'::text, 'sending'::text, 'sent'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX runs_by_approver ON public.runs USING btree (approved_by);
CREATE INDEX runs_by_entity ON public.runs USING btree (legal_entity_id);
CREATE INDEX runs_by_planner ON public.runs USING btree (planned_by);
CREATE UNIQUE INDEX runs_one_a_day ON public.runs USING btree (organisation_id, legal_entity_id, on_day) WHERE (state <> ALL (ARRAY['cancelled'::text, 'failed'::text]));
create policy runs_of_one_organisation on runs as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on runs to goodterms_app;
alter table runs enable row level security;
alter table runs force row level security;

create table saved_views (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  page text not null,
  name text not null,
  search text not null,
  is_shared boolean not null default false,
  created_at timestamp with time zone not null,
  constraint saved_views_pkey PRIMARY KEY (id, organisation_id),
  constraint saved_views_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint saved_views_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint saved_views_name_check CHECK ((name <> ''::text))
);
CREATE INDEX saved_views_by_person ON public.saved_views USING btree (person_id);
create policy saved_views_of_one_organisation on saved_views as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on saved_views to goodterms_app;
alter table saved_views enable row level security;
alter table saved_views force row level security;

create table seal_readers (
  organisation_id uuid not null,
  reader text not null,
  last_sequence bigint not null,
  constraint seal_readers_pkey PRIMARY KEY (reader, organisation_id),
  constraint seal_readers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
);
create policy seal_readers_of_one_organisation on seal_readers as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on seal_readers to goodterms_app;
alter table seal_readers enable row level security;
alter table seal_readers force row level security;

create table sessions (
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  organisation_id uuid,
  user_agent text not null default ''::text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX sessions_by_organisation ON public.sessions USING btree (organisation_id);
CREATE INDEX sessions_by_person ON public.sessions USING btree (person_id);
grant insert, select, update on sessions to goodterms_app;
grant select on sessions to goodterms_door;

create table signed_links (
  id uuid not null,
  organisation_id uuid not null,
  purpose text not null,
  subject_kind text not null,
  subject_id uuid not null,
  customer_id uuid,
  person_id uuid,
  recipient text not null,
  language text not null,
  token_hash text not null,
  needs_code boolean not null default false,
  code_hash text,
  code_expires_at timestamp with time zone,
  code_attempts integer not null default 0,
  max_uses integer not null default 1,
  uses integer not null default 0,
  created_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint signed_links_pkey PRIMARY KEY (id, organisation_id),
  constraint signed_links_one_token UNIQUE (organisation_id, token_hash),
  constraint signed_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint signed_links_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint signed_links_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint signed_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint signed_links_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id),
  constraint signed_links_code_attempts_check CHECK ((code_attempts >= 0)),
  constraint signed_links_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text]))),
  constraint signed_links_max_uses_check CHECK ((max_uses > 0)),
  constraint signed_links_never_overused CHECK ((uses <= max_uses)),
  constraint signed_links_purpose_check CHECK ((purpose = ANY (ARRAY['answer_dispute'::text, 'sign_record'::text, 'decide_approval'::text, 'log_outcome'::text, 'take_ball'::text]))),
  constraint signed_links_uses_check CHECK ((uses >= 0))
);
CREATE INDEX signed_links_by_customer ON public.signed_links USING btree (customer_id);
CREATE INDEX signed_links_by_maker ON public.signed_links USING btree (created_by);
CREATE INDEX signed_links_by_person ON public.signed_links USING btree (person_id);
CREATE INDEX signed_links_by_revoker ON public.signed_links USING btree (revoked_by);
CREATE INDEX signed_links_by_subject ON public.signed_links USING btree (organisation_id, subject_kind, subject_id);
create policy signed_links_of_one_organisation on signed_links as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on signed_links to goodterms_app;
alter table signed_links enable row level security;
alter table signed_links force row level security;

create table signing_keys (
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  certificate bytea not null,
  chain bytea[] not null default '{}'::bytea[],
  fingerprint text not null,
  private_key text not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  replaced_at timestamp with time zone,
  ending_noted_at timestamp with time zone,
  end_noted_at timestamp with time zone,
  constraint signing_keys_pkey PRIMARY KEY (id, organisation_id),
  constraint signing_keys_each_once UNIQUE (organisation_id, fingerprint),
  constraint signing_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint signing_keys_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint signing_keys_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text)),
  constraint signing_keys_kind_check CHECK ((kind = ANY (ARRAY['self_made'::text, 'own'::text]))),
  constraint signing_keys_sealing_ones_have_a_key CHECK (((private_key = ''::text) = (replaced_at IS NOT NULL)))
);
CREATE INDEX signing_keys_by_creator ON public.signing_keys USING btree (created_by);
CREATE UNIQUE INDEX signing_keys_one_in_use ON public.signing_keys USING btree (organisation_id) WHERE (replaced_at IS NULL);
create policy signing_keys_of_one_organisation on signing_keys as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on signing_keys to goodterms_app;
alter table signing_keys enable row level security;
alter table signing_keys force row level security;

create table snoozes (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  until_on date not null,
  note text not null default ''::text,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  kind text not null default 'snoozed'::text,
  constraint snoozes_pkey PRIMARY KEY (id, organisation_id),
  constraint snoozes_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint snoozes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint snoozes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint snoozes_kind_check CHECK ((kind = ANY (ARRAY['snoozed'::text, 'done'::text])))
);
CREATE INDEX snoozes_by_customer ON public.snoozes USING btree (customer_id);
CREATE INDEX snoozes_by_person ON public.snoozes USING btree (person_id);
CREATE UNIQUE INDEX snoozes_one_open ON public.snoozes USING btree (organisation_id, customer_id) WHERE (ended_at IS NULL);
create policy snoozes_of_one_organisation on snoozes as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on snoozes to goodterms_app;
alter table snoozes enable row level security;
alter table snoozes force row level security;

create table sources (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  kind text not null,
  name text not null,
  ledger_synced_at timestamp with time zone,
  payments_considered_until date,
  created_at timestamp with time zone not null,
  constraint sources_pkey PRIMARY KEY (id, organisation_id),
  constraint sources_one_name UNIQUE (organisation_id, legal_entity_id, name),
  constraint sources_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint sources_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint sources_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'einvoice'::text, 'bank'::text, 'connector'::text, 'manual'::text, 'demo'::text]))),
  constraint sources_name_check CHECK ((name <> ''::text))
);
CREATE INDEX sources_by_entity ON public.sources USING btree (legal_entity_id);
create policy sources_of_one_organisation on sources as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on sources to goodterms_app;
alter table sources enable row level security;
alter table sources force row level security;

create table tasks (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  lane text not null,
  step_key text,
  playbook_id uuid,
  cycle text,
  run_entry_id uuid,
  message_id uuid,
  assignee_id uuid,
  due_on date not null,
  note text not null default ''::text,
  state text not null default 'open'::text,
  outcome text not null default ''::text,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  reason text not null default ''::text,
  constraint tasks_pkey PRIMARY KEY (id, organisation_id),
  constraint tasks_one_per_step UNIQUE (organisation_id, customer_id, playbook_id, step_key, cycle, kind),
  constraint tasks_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES people(id),
  constraint tasks_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id),
  constraint tasks_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint tasks_message_id_organisation_id_fkey FOREIGN KEY (message_id, organisation_id) REFERENCES messages(id, organisation_id),
  constraint tasks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint tasks_run_entry_id_organisation_id_fkey FOREIGN KEY (run_entry_id, organisation_id) REFERENCES run_entries(id, organisation_id),
  constraint tasks_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'visit'::text, 'letter'::text, 'sms'::text, 'notice'::text, 'decision'::text, 'contact'::text, 'unknown_message'::text, 'allocation'::text, 'terms'::text, 'cash_search'::text, 'escalation'::text, 'documents'::text, 'insurer'::text, 'other'::text]))),
  constraint tasks_lane_check CHECK ((lane = ANY (ARRAY['seller'::text, 'finance'::text, 'legal'::text]))),
  constraint tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);
CREATE INDEX tasks_by_assignee ON public.tasks USING btree (assignee_id);
CREATE INDEX tasks_by_closer ON public.tasks USING btree (closed_by);
CREATE INDEX tasks_by_customer ON public.tasks USING btree (customer_id);
CREATE INDEX tasks_by_message ON public.tasks USING btree (message_id);
CREATE INDEX tasks_by_run_entry ON public.tasks USING btree (run_entry_id);
CREATE INDEX tasks_open_of_assignee ON public.tasks USING btree (organisation_id, assignee_id, due_on) WHERE (state = 'open'::text);
create policy tasks_of_one_organisation on tasks as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on tasks to goodterms_app;
alter table tasks enable row level security;
alter table tasks force row level security;

create table teams (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  manager_id uuid,
  constraint teams_pkey PRIMARY KEY (id, organisation_id),
  constraint teams_one_name UNIQUE (organisation_id, name),
  constraint teams_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES people(id),
  constraint teams_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint teams_name_check CHECK ((name <> ''::text))
);
CREATE INDEX teams_by_manager ON public.teams USING btree (manager_id);
create policy teams_everywhere on teams as permissive for select to goodterms_door using (true);
create policy teams_of_one_organisation on teams as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on teams to goodterms_app;
grant select on teams to goodterms_door;
alter table teams enable row level security;
alter table teams force row level security;

create table template_previews (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  html text not null,
  made_at timestamp with time zone not null,
  constraint template_previews_pkey PRIMARY KEY (id, organisation_id),
  constraint template_previews_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint template_previews_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX template_previews_by_person ON public.template_previews USING btree (person_id);
create policy template_previews_of_one_organisation on template_previews as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select on template_previews to goodterms_app;
alter table template_previews enable row level security;
alter table template_previews force row level security;

create table template_texts (
  id uuid not null,
  organisation_id uuid not null,
  template_id uuid not null,
  language text not null,
  revision integer not null,
  subject text not null,
  body text not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  constraint template_texts_pkey PRIMARY KEY (id, organisation_id),
  constraint template_texts_one_revision UNIQUE (organisation_id, template_id, language, revision),
  constraint template_texts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint template_texts_template_id_organisation_id_fkey FOREIGN KEY (template_id, organisation_id) REFERENCES templates(id, organisation_id),
  constraint template_texts_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id),
  constraint template_texts_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint template_texts_revision_check CHECK ((revision > 0))
);
CREATE INDEX template_texts_by_template ON public.template_texts USING btree (template_id);
CREATE INDEX template_texts_by_writer ON public.template_texts USING btree (written_by);
create policy template_texts_of_one_organisation on template_texts as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select on template_texts to goodterms_app;
alter table template_texts enable row level security;
alter table template_texts force row level security;

create table templates (
  id uuid not null,
  organisation_id uuid not null,
  key text not null,
  name text not null,
  tone text not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint templates_pkey PRIMARY KEY (id, organisation_id),
  constraint templates_one_key UNIQUE (organisation_id, key),
  constraint templates_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint templates_key_check CHECK ((key ~ '^[a-z][a-z0-9_]*$'::text)),
  constraint templates_tone_check CHECK ((tone = ANY (ARRAY['friendly'::text, 'firm'::text, 'final'::text, 'thanks'::text, 'neutral'::text])))
);
create policy templates_of_one_organisation on templates as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on templates to goodterms_app;
alter table templates enable row level security;
alter table templates force row level security;

create table thanks (
  id uuid not null,
  organisation_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  said_at timestamp with time zone not null,
  constraint thanks_pkey PRIMARY KEY (id, organisation_id),
  constraint thanks_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint thanks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint thanks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX thanks_by_customer ON public.thanks USING btree (customer_id, on_day);
CREATE INDEX thanks_by_person ON public.thanks USING btree (person_id);
create policy thanks_of_one_organisation on thanks as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select on thanks to goodterms_app;
alter table thanks enable row level security;
alter table thanks force row level security;

create table timestamp_settings (
  organisation_id uuid not null,
  url text not null default ''::text,
  last_good_at timestamp with time zone,
  last_failed_at timestamp with time zone,
  problem text not null default ''::text,
  constraint timestamp_settings_pkey PRIMARY KEY (organisation_id),
  constraint timestamp_settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
);
create policy timestamp_settings_of_one_organisation on timestamp_settings as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on timestamp_settings to goodterms_app;
alter table timestamp_settings enable row level security;
alter table timestamp_settings force row level security;

create table unmatched_cash (
  id uuid not null,
  organisation_id uuid not null,
  legal_entity_id uuid not null,
  customer_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  received_on date not null,
  resolved_at timestamp with time zone,
  constraint unmatched_cash_pkey PRIMARY KEY (id, organisation_id),
  constraint unmatched_cash_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint unmatched_cash_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint unmatched_cash_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint unmatched_cash_amount_minor_check CHECK ((amount_minor > 0))
);
CREATE INDEX unmatched_cash_by_customer ON public.unmatched_cash USING btree (customer_id);
CREATE INDEX unmatched_cash_by_entity ON public.unmatched_cash USING btree (legal_entity_id);
create policy unmatched_cash_of_one_organisation on unmatched_cash as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on unmatched_cash to goodterms_app;
alter table unmatched_cash enable row level security;
alter table unmatched_cash force row level security;

create table webhook_targets (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  kind text not null,
  url text not null,
  host text not null,
  language text not null,
  is_on boolean not null default true,
  created_by uuid,
  created_at timestamp with time zone not null,
  last_accepted_at timestamp with time zone,
  last_failed_at timestamp with time zone,
  last_failure text not null default ''::text,
  removed_at timestamp with time zone,
  constraint webhook_targets_pkey PRIMARY KEY (id, organisation_id),
  constraint webhook_targets_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint webhook_targets_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint webhook_targets_kind_check CHECK ((kind = ANY (ARRAY['slack'::text, 'teams'::text]))),
  constraint webhook_targets_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text]))),
  constraint webhook_targets_name_check CHECK ((name <> ''::text))
);
CREATE INDEX webhook_targets_by_maker ON public.webhook_targets USING btree (created_by);
create policy webhook_targets_of_one_organisation on webhook_targets as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant insert, select, update on webhook_targets to goodterms_app;
alter table webhook_targets enable row level security;
alter table webhook_targets force row level security;

create table worklist_rows (
  organisation_id uuid not null,
  customer_id uuid not null,
  legal_entity_id uuid not null,
  owner_id uuid,
  collector_id uuid,
  name text not null,
  score double precision not null,
  overdue_reporting_minor bigint not null,
  days_late integer not null,
  standings jsonb not null,
  reasons jsonb not null,
  reason_codes text[] not null,
  reckoning jsonb not null,
  with_seller boolean not null,
  put_away text,
  put_away_until date,
  scored_on date not null,
  constraint worklist_rows_pkey PRIMARY KEY (customer_id, organisation_id),
  constraint worklist_rows_collector_id_fkey FOREIGN KEY (collector_id) REFERENCES people(id),
  constraint worklist_rows_customer_id_organisation_id_fkey FOREIGN KEY (customer_id, organisation_id) REFERENCES customers(id, organisation_id),
  constraint worklist_rows_legal_entity_id_organisation_id_fkey FOREIGN KEY (legal_entity_id, organisation_id) REFERENCES legal_entities(id, organisation_id),
  constraint worklist_rows_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint worklist_rows_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint worklist_rows_put_away_check CHECK ((put_away = ANY (ARRAY['snoozed'::text, 'done'::text])))
) with (fillfactor=70);
CREATE INDEX worklist_rows_by_collector ON public.worklist_rows USING btree (collector_id);
CREATE INDEX worklist_rows_by_entity ON public.worklist_rows USING btree (legal_entity_id);
CREATE INDEX worklist_rows_by_owner ON public.worklist_rows USING btree (owner_id);
CREATE INDEX worklist_rows_by_score ON public.worklist_rows USING btree (organisation_id, score DESC, customer_id);
CREATE INDEX worklist_rows_of_collector ON public.worklist_rows USING btree (organisation_id, collector_id, score DESC, customer_id);
CREATE INDEX worklist_rows_of_owner ON public.worklist_rows USING btree (organisation_id, owner_id, score DESC, customer_id);
CREATE INDEX worklist_rows_put_away ON public.worklist_rows USING btree (organisation_id, put_away, customer_id) WHERE (put_away IS NOT NULL);
create policy worklist_rows_of_one_organisation on worklist_rows as permissive for all to public using ((organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on worklist_rows to goodterms_app;
alter table worklist_rows enable row level security;
alter table worklist_rows force row level security;

grant usage on schema public to goodterms_app;

grant usage on schema public to goodterms_door;

CREATE OR REPLACE FUNCTION public.add_job(task text, payload json, job_key text, queue text, run_at timestamp with time zone, max_attempts integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform graphile_worker.add_job(
    task, payload, queue_name := queue, run_at := run_at,
    max_attempts := coalesce(max_attempts, 5), job_key := job_key);
end $function$
;

CREATE OR REPLACE FUNCTION public.demo_people()
 RETURNS TABLE(id uuid, name text, title text, roles text[], organisation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select p.id, p.name, m.title, m.roles, m.organisation_id
  from organisations o
  join members m on m.organisation_id = o.id and m.left_at is null
  join people p on p.id = m.person_id and p.disabled_at is null
  where o.is_demo and not exists (select from organisations real where not real.is_demo)
  order by m.created_at, p.id
$function$
;

CREATE OR REPLACE FUNCTION public.hand_over(organisation uuid, ids uuid[], hashes text[], process text, moment timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  execute format('set local app.organisation_id = %L', organisation);
  for nth in 1 .. cardinality(ids) loop
    update messages m set state = 'handed_over', handed_over_at = moment, handed_over_by = process,
      statement_sha256 = hashes[nth]
    where m.id = ids[nth] and m.organisation_id = organisation
      and m.state = 'claimed' and m.claimed_by = process;
    if found then
      return next ids[nth];
    end if;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_tenants_apart(tenant_table regclass, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy %I on %s using (organisation_id = nullif(current_setting(''app.organisation_id'', true), '''')::uuid)',
    tenant_table::text || '_of_one_organisation', tenant_table);
  execute format('grant %s on %s to goodterms_app', rights, tenant_table);
end $function$
;

CREATE OR REPLACE FUNCTION public.organisations_of_person(person uuid)
 RETURNS TABLE(organisation_id uuid, name text, slug text, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select o.id, o.name, o.slug, m.roles
  from members m join organisations o on o.id = m.organisation_id
  where m.person_id = person and m.left_at is null
  order by o.name
$function$
;

CREATE OR REPLACE FUNCTION public.plain_text(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select replace(replace(replace(translate(lower(words collate "default"),
    'àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžÀÁÂÃÄÅĀĂĄÇĆĈĊČĎĐÈÉÊËĒĔĖĘĚĜĞĠĢĤĦÌÍÎÏĨĪĬĮĴĶĹĻĽĿŁÑŃŅŇÒÓÔÕÖØŌŎŐŔŖŘŚŜŞŠȘŢŤŦȚÙÚÛÜŨŪŬŮŰŲŴÝŸŶŹŻŽ',
    'aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzzaaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$function$
;

CREATE OR REPLACE FUNCTION public.reached_steps_refer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if exists (
    select from fresh s
    left join open_items i on i.id = s.open_item_id and i.organisation_id = s.organisation_id
      and i.customer_id = s.customer_id
    left join messages m on m.id = s.message_id and m.organisation_id = s.organisation_id
      and m.customer_id = s.customer_id
    where i.id is null or (s.message_id is not null and m.id is null)
  ) then
    raise foreign_key_violation using message = 'a step refers to no item or message of its customer',
      table = 'reached_steps', constraint = 'reached_steps_refer';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.session_of_token(hash text, moment timestamp with time zone)
 RETURNS TABLE(session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid, roles text[], team_mates uuid[], last_seen_at timestamp with time zone, created_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select s.id, p.id, p.name, p.language, m.organisation_id, m.roles,
    case when 'sales_manager' = any(m.roles) then array(
      select mate.person_id from teams t
      join members mate on mate.team_id = t.id and mate.organisation_id = t.organisation_id
      where t.manager_id = p.id and t.organisation_id = m.organisation_id)
    else '{}' end,
    s.last_seen_at, s.created_at
  from sessions s
  join people p on p.id = s.person_id and p.disabled_at is null
  left join members m
    on m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.left_at is null
  where s.token_hash = hash and s.revoked_at is null and s.expires_at > moment
$function$
;

CREATE OR REPLACE FUNCTION public.words_of(words text)
 RETURNS TABLE(word text)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select distinct left(part, 60)
  from regexp_split_to_table(plain_text(words), '[\s!-/:-@\[-`{-~–—·•…«»“”„‚‘’]+') part
  where part <> ''
$function$
;

grant execute on function add_job(text,json,text,text,timestamp with time zone,integer) to goodterms_app;

alter function demo_people() owner to goodterms_door;

grant execute on function demo_people() to goodterms_app;

grant execute on function hand_over(uuid,uuid[],text[],text,timestamp with time zone) to goodterms_app;

alter function organisations_of_person(uuid) owner to goodterms_door;

grant execute on function organisations_of_person(uuid) to goodterms_app;

grant execute on function plain_text(text) to goodterms_app;

grant execute on function plain_text(text) to public;

grant execute on function reached_steps_refer() to public;

alter function session_of_token(text,timestamp with time zone) owner to goodterms_door;

grant execute on function session_of_token(text,timestamp with time zone) to goodterms_app;

grant execute on function words_of(text) to goodterms_app;

grant execute on function words_of(text) to public;
