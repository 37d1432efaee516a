-- Why a person has to do what was to go by mail: the gate's own word for it, shown as its sentence.
alter table tasks add column reason text not null default '';
