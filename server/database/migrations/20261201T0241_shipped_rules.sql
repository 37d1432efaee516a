-- Rules that came after an organisation did: the brief that is ready on the evening before a meeting,
-- and what became of an offer to the seller. Whoever removed or changed one keeps their choice.
do $$
declare
  organisation uuid;
begin
  for organisation in select id from organisations loop
    execute format('set local app.organisation_id = %L', organisation);
    insert into notification_rules (id, organisation_id, shipped_as, name, events, condition, people,
      named, channels, pace, created_at, changed_at)
    select uuidv7(), organisation, r.shipped_as, r.name, r.events,
      '{"minAmountMinor": {}, "minDaysLate": null, "segment": null, "lane": null, "customers": []}',
      r.people, '{}', '{in_app}', 'now', now(), now()
    from (values
      ('meeting_tomorrow', 'A meeting with a customer is tomorrow',
        '{meeting.tomorrow}'::text[], '{owner}'::text[]),
      ('ball_answered', 'The seller does not take a customer over',
        '{ball.declined,ball.offer_lapsed}'::text[], '{collector,handler}'::text[])
    ) as r (shipped_as, name, events, people)
    on conflict on constraint notification_rules_shipped_once do nothing;
  end loop;
end $$;
