-- The same id with the same words is the same outcome; with other words it is refused. The answer is
-- kept, so that a telephone that asks twice hears the same twice.
alter table outcomes
  -- Keyed hash of everything that was sent.
  add column digest text not null default '',
  add column answer jsonb not null default '{}';

-- An outcome is written last, with what it opened: what names it is checked when all is there.
alter table promises
  alter constraint promises_outcome_id_organisation_id_fkey deferrable initially deferred;
alter table plans
  alter constraint plans_outcome_id_organisation_id_fkey deferrable initially deferred;

-- Money said to be paid is looked for; a refusal is escalated; documents that could not go by
-- themselves are sent by hand.
alter table tasks drop constraint tasks_kind_check, add constraint tasks_kind_check
  check (kind in ('call', 'visit', 'letter', 'sms', 'notice', 'decision', 'contact',
    'unknown_message', 'allocation', 'terms', 'cash_search', 'escalation', 'documents', 'other'));
