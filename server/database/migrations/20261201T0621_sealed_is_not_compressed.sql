-- What is encrypted does not become smaller: no time is spent on trying.
alter table messages
  alter column recipients set storage external,
  alter column subject set storage external,
  alter column body_text set storage external,
  alter column body_html set storage external,
  alter column snapshot set storage external;
alter table prepared_statements alter column content set storage external;
