-- A plan whose whole rest was made due after a missed instalment, and one that another took the place
-- of, are states of their own; the reason stays with the plan beside the note it was made with.
alter table plans drop constraint plans_state_check;
alter table plans add constraint plans_state_check check (state in ('proposed', 'awaiting_approval',
  'agreed', 'kept', 'broken', 'withdrawn', 'refused', 'accelerated', 'replaced'));
alter table plans add column replaces_id uuid;
alter table plans add column ended_why text not null default '';
alter table plans add constraint plans_replaces_id_organisation_id_fkey
  foreign key (replaces_id, organisation_id) references plans (id, organisation_id);
create index plans_by_replaced on plans (replaces_id);
-- The proof that one plan takes the place of another, however many are asked for at once.
create unique index plans_one_in_place_of_another on plans (organisation_id, replaces_id)
  where replaces_id is not null and state not in ('withdrawn', 'refused');

-- "A promise was not kept" tells that a plan's rest was made due, too, where nobody changed the rule.
do $$
declare
  organisation uuid;
begin
  for organisation in select id from organisations loop
    execute format('set local app.organisation_id = %L', organisation);
    update notification_rules
    set events = array['promise.broken', 'promise.partly_kept', 'plan.broken', 'plan.accelerated']
    where shipped_as = 'promise_broken' and changed_at = created_at
      and events in (array['promise.broken'],
        array['promise.broken', 'promise.partly_kept', 'plan.broken']);
  end loop;
end $$;
