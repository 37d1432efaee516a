-- A run reaches several steps with each message: asking of every single one whether its customer, item
-- and message are there was two thirds of keeping it. They are asked about together now, and besides
-- whether the item and the message are that customer's. Nobody who works here deletes any of the three.
alter table reached_steps
  drop constraint reached_steps_customer_id_organisation_id_fkey,
  drop constraint reached_steps_open_item_id_organisation_id_fkey,
  drop constraint reached_steps_message_id_organisation_id_fkey;

create function reached_steps_refer() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select from fresh s
    left join open_items i on i.id = s.open_item_id and i.organisation_id = s.organisation_id
      and i.customer_id = s.customer_id
    left join messages m on m.id = s.message_id and m.organisation_id = s.organisation_id
      and m.customer_id = s.customer_id
    where i.id is null or (s.message_id is not null and m.id is null)
  ) then
    raise foreign_key_violation using message = 'a step refers to no item or message of its customer',
      table = 'reached_steps', constraint = 'reached_steps_refer';
  end if;
  return null;
end $$;

create trigger reached_steps_refer after insert on reached_steps
  referencing new table as fresh for each statement execute function reached_steps_refer();

-- What a step refers to does not change: only its level, and that it is taken back, is written later.
revoke update on reached_steps from goodterms_app;
grant update (level, released_at) on reached_steps to goodterms_app;
