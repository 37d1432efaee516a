-- The few documents about which the gate asks more than their items tell: due day assumed, vanished
-- from the source, delivered after they were issued. A run over a million items looks only these up.
create index receivables_unusual_of_customer on receivables (customer_id)
  where due_is_assumed or vanished_on is not null or delivered_on > issued_on;
