-- Which open items a record is about, beside its sealed text: once nothing of them is left, nobody is
-- asked to acknowledge them. What was written before names none.
alter table records add column open_item_ids uuid[] not null default '{}';
