-- A reason may have words of its own and go where it always went: then no route is written down.
alter table dispute_routes
  alter column department drop not null,
  alter column business_days drop not null,
  add constraint dispute_routes_is_whole
    check ((department is null) = (business_days is null));
