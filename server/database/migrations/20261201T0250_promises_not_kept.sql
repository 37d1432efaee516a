-- "A promise was not kept" tells of parts and of plans, too, where nobody changed the rule.
update notification_rules
set events = array['promise.broken', 'promise.partly_kept', 'plan.broken']
where shipped_as = 'promise_broken'
  and changed_at = created_at
  and events = array['promise.broken'];
