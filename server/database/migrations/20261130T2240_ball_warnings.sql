-- The day on which the seller was told that their time with a customer is nearly over: once a ball.
alter table balls add column warned_on date;
