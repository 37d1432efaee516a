-- Whether somebody insures what a customer owes: the insurer is told before a plan is agreed on.
alter table customers
  add column insurer text not null default '',
  add column insurance_policy text not null default '',
  add column insurance_limit_minor bigint check (insurance_limit_minor >= 0),
  add column insurance_limit_currency text,
  -- The last day of the cover; null is until further notice.
  add column insured_until date,
  add constraint customers_insurance_limit_has_currency
    check ((insurance_limit_minor is null) = (insurance_limit_currency is null));

-- Whoever proposed the plan says that the insurer knows of it; otherwise it is somebody's task.
alter table plans add column insurer_told boolean not null default false;

alter table tasks drop constraint tasks_kind_check, add constraint tasks_kind_check
  check (kind in ('call', 'visit', 'letter', 'sms', 'notice', 'decision', 'contact',
    'unknown_message', 'allocation', 'terms', 'cash_search', 'escalation', 'documents', 'insurer',
    'other'));
