-- A file says how far each document was asked for elsewhere, and when last: of that document only.
alter table outside_contacts
  add column receivable_id uuid,
  add foreign key (receivable_id, organisation_id) references receivables (id, organisation_id);
create index outside_contacts_by_receivable on outside_contacts (receivable_id);
