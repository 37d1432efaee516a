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
-- Encrypted: an answer may have names in it.
alter table idempotency_keys drop column answer;
alter table idempotency_keys add column answer text;

-- Owns the functions that answer before an organisation is known. It cannot sign in and owns no
-- table; it may read who is a member where, past the row-level security that binds even the owner.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'goodterms_door') then
    create role goodterms_door nologin;
  end if;
  execute format('grant goodterms_door to %I', current_user);
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema public to goodterms_door;
grant select on sessions, people, organisations, members, teams to goodterms_door;
create policy members_everywhere on members for select to goodterms_door using (true);
create policy teams_everywhere on teams for select to goodterms_door using (true);

-- Who a session's token belongs to and what they are there: asked on every request.
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

-- The members of demo organisations, who may be tried while the installation has no other.
create function demo_people()
returns table (id uuid, name text, title text, roles text[], organisation_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, p.name, m.title, m.roles, m.organisation_id
  from organisations o
  join members m on m.organisation_id = o.id and m.left_at is null
  join people p on p.id = m.person_id and p.disabled_at is null
  where o.is_demo and not exists (select from organisations real where not real.is_demo)
  order by m.created_at, p.id
$$;

grant create on schema public to goodterms_door;
alter function session_of_token owner to goodterms_door;
alter function organisations_of_person owner to goodterms_door;
alter function demo_people owner to goodterms_door;
revoke create on schema public from goodterms_door;
revoke execute on function session_of_token, organisations_of_person, demo_people from public;
grant execute on function session_of_token, organisations_of_person, demo_people to goodterms_app;

create index event_seals_by_organisation on event_seals (organisation_id, sequence);
