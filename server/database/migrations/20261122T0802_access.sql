-- A link that lets its bearer set the password of one person, once.
create table password_links (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references people,
  created_by uuid references people,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_links_by_person on password_links (person_id);
create index password_links_by_creator on password_links (created_by);
grant select, insert, update on password_links to goodterms_app;

-- The process that works on the request; its liveness lock tells whether it still does.
alter table idempotency_keys add column held_by text not null default '';

-- Who a session's token belongs to and what they are there: asked on every request, before the
-- organisation is known, so it looks past row-level security for exactly one row.
drop function session_of_token(text, timestamptz);
create function session_of_token(hash text, moment timestamptz)
returns table (
  session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid,
  roles text[], team_mates uuid[], last_seen_at timestamptz, created_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, public as $$
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
$$;
revoke execute on function session_of_token from public;
grant execute on function session_of_token to goodterms_app;
