-- Notes in one round trip that messages are being handed over: the mail server waits meanwhile. What
-- inOrganisation does in a transaction of its own is done here: the rows of one organisation only.
create function hand_over(
  organisation uuid, ids uuid[], hashes text[], process text, moment timestamptz
) returns setof uuid
language plpgsql set search_path = pg_catalog, public as $$
begin
  execute format('set local app.organisation_id = %L', organisation);
  return query
    update messages m set state = 'handed_over', handed_over_at = moment, handed_over_by = process,
      statement_sha256 = h.hash
    from unnest(ids, hashes) as h (id, hash)
    where m.id = h.id and m.organisation_id = organisation
      and m.state = 'claimed' and m.claimed_by = process
    returning m.id;
end $$;

revoke execute on function hand_over from public;
grant execute on function hand_over to goodterms_app;
