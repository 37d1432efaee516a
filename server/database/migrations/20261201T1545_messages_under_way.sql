-- No index looks at the state of a message any more, and a page keeps room for it: that it is handed
-- over is written in its place, without an entry in each of nine indexes. What is under way has no
-- answer yet. (Beside the sealed texts, which are kept apart, the room is small.)
drop index messages_not_finished;
create index messages_under_way on messages (organisation_id) where answered_at is null;
alter table messages add constraint messages_answered_or_under_way
  check ((answered_at is null) = (state in ('claimed', 'handed_over'))) not valid;
alter table messages set (fillfactor = 40);

-- One by one, each by its whole key: whatever is known of how many messages an organisation has, no
-- other way to find them is as short.
create or replace function hand_over(
  organisation uuid, ids uuid[], hashes text[], process text, moment timestamptz
) returns setof uuid
language plpgsql set search_path = pg_catalog, public as $$
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
end $$;
