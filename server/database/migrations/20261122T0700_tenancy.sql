-- The application connects as this role: it owns nothing, so row-level security binds it.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'goodterms_app') then
    create role goodterms_app nologin;
  end if;
  execute format('grant goodterms_app to %I', current_user);
exception when duplicate_object or unique_violation then null;
end $$;

grant usage on schema public to goodterms_app;

-- Puts a tenant table behind forced row-level security and lets the application do `rights` on it.
create function keep_tenants_apart(tenant_table regclass, rights text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy %I on %s using (organisation_id = nullif(current_setting(''app.organisation_id'', true), '''')::uuid)',
    tenant_table::text || '_of_one_organisation', tenant_table);
  execute format('grant %s on %s to goodterms_app', rights, tenant_table);
end $$;

revoke execute on function keep_tenants_apart from public;

-- Jobs live in graphile_worker's schema, which only the owner may touch; this is the door to it.
-- A job added here is part of the caller's transaction.
create function add_job(
  task text, payload json, job_key text, queue text, run_at timestamptz, max_attempts integer
) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(
    task, payload, queue_name := queue, run_at := run_at,
    max_attempts := coalesce(max_attempts, 5), job_key := job_key);
end $$;

revoke execute on function add_job from public;
grant execute on function add_job to goodterms_app;
