-- A seller is asked whether they take a customer over. They take them, say no thanks, or let it lapse;
-- whoever asked hears which.
create table ball_offers (
  id uuid not null,
  organisation_id uuid not null references organisations,
  customer_id uuid not null,
  offered_to uuid not null references people,
  offered_by uuid not null references people,
  note text not null default '',
  offered_on date not null,
  -- The last day on which it stands.
  until date not null check (until >= offered_on),
  -- Overtaken: the ball went another way, or the customer to another seller.
  state text not null default 'open' check (state in
    ('open', 'taken', 'declined', 'lapsed', 'overtaken')),
  ended_on date,
  answer text not null default '',
  recorded_at timestamptz not null,
  primary key (id, organisation_id),
  constraint ball_offers_ended check ((state = 'open') = (ended_on is null)),
  foreign key (customer_id, organisation_id) references customers (id, organisation_id)
);
create unique index ball_offers_one_open on ball_offers (organisation_id, customer_id)
  where state = 'open';
create index ball_offers_by_customer on ball_offers (customer_id, recorded_at);
create index ball_offers_by_seller on ball_offers (offered_to);
create index ball_offers_by_asker on ball_offers (offered_by);

select keep_tenants_apart('ball_offers', 'select, insert, update');
