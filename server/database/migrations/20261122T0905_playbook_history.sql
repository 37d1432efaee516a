-- Who put a version of a playbook into force. Null for those that came along, and for earlier ones,
-- whose event says it.
alter table playbook_versions add column switched_on_by uuid references people;
create index playbook_versions_by_switcher on playbook_versions (switched_on_by);
