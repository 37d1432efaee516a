-- Figures that follow from the ledger and are kept beside it, and the words that find a customer.

-- The day that the kept figures of an entity are of; the turn of its day moves it.
alter table legal_entities add column balances_on date not null default '2000-01-01';

alter table customer_balances
  add column overdue_minor bigint not null default 0,
  add constraint customer_balances_overdue_is_owed check (overdue_minor between 0 and owed_minor);
-- Lists go by these from the end, a page at a time.
create index customer_balances_by_overdue
  on customer_balances (organisation_id, currency, overdue_minor, customer_id);
create index customer_balances_by_owed
  on customer_balances (organisation_id, currency, owed_minor, customer_id);

-- One row a customer, to put customers in order: all currencies weighed in minor units of the
-- organisation's reporting currency. A weight is for sorting and is never shown as an amount.
create table customer_standings (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  owed_weight bigint not null,
  overdue_weight bigint not null,
  oldest_due_on date,
  primary key (customer_id, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
) with (fillfactor = 85);
create index customer_standings_by_overdue
  on customer_standings (organisation_id, overdue_weight, customer_id);
create index customer_standings_by_owed
  on customer_standings (organisation_id, owed_weight, customer_id);
create index customer_standings_by_age
  on customer_standings (organisation_id, coalesce(oldest_due_on, 'infinity'), customer_id);

-- What takes effect after a day: figures as of any day start from today's and take these back.
create index allocations_by_day on allocations (organisation_id, allocated_on, id);
create index payments_by_day on payments (organisation_id, received_on);
-- Sales of a period.
create index receivables_by_day on receivables (organisation_id, issued_on, id);

-- A day's assignment may be put right the same day: of two rows of a day the later one counts.
alter table customer_owners drop constraint customer_owners_one_a_day;

-- Small letters without accents: what is compared when names are searched or put in order.
create function plain_text(words text) returns text
language sql immutable parallel safe as $$
  select replace(replace(replace(translate(lower(words collate "default"),
    'àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžÀÁÂÃÄÅĀĂĄÇĆĈĊČĎĐÈÉÊËĒĔĖĘĚĜĞĠĢĤĦÌÍÎÏĨĪĬĮĴĶĹĻĽĿŁÑŃŅŇÒÓÔÕÖØŌŎŐŔŖŘŚŜŞŠȘŢŤŦȚÙÚÛÜŨŪŬŮŰŲŴÝŸŶŹŻŽ',
    'aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzzaaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$$;

-- The words of a text. Punctuation parts them, whatever the script.
create function words_of(words text) returns table (word text)
language sql immutable parallel safe as $$
  select distinct left(part, 60)
  from regexp_split_to_table(plain_text(words), '[\s!-/:-@\[-`{-~–—·•…«»“”„‚‘’]+') part
  where part <> ''
$$;

grant execute on function plain_text, words_of to goodterms_app;

-- Row-level security keeps `ilike` and trigrams from their index, because those operators are not
-- leakproof; comparing plain text is. So search is by the beginnings of words.
create table customer_words (
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  word text collate "C" not null,
  primary key (customer_id, word, organisation_id),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create index customer_words_by_word on customer_words (organisation_id, word, customer_id);

drop index customers_by_name;
alter table customers add column name_key text collate "C" not null
  generated always as (plain_text(name)) stored;
create index customers_by_name on customers (organisation_id, name_key, id);
create index customers_by_number on customers (organisation_id, number, id);

-- The beginnings of numbers are searched too.
alter table customers alter column number type text collate "C";
alter table receivables alter column number type text collate "C";

select keep_tenants_apart('customer_standings', 'select, insert, update, delete');
select keep_tenants_apart('customer_words', 'select, insert, delete');
