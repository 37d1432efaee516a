-- What playbooks answer is found without looking at all that is old: mails that came back,
-- instalments that were missed, invoices that were delivered after they were issued.
create index contacts_bounced on contacts (organisation_id, email_bounced_at)
  where email_bounced_at is not null;
create index plan_instalments_missed on plan_instalments (organisation_id, judged_on)
  where state in ('broken', 'partly_kept');
create index replies_waiting on replies (organisation_id, received_on) where triaged_at is null;
create index receivables_delivered_later on receivables (organisation_id, delivered_on)
  where delivered_on > issued_on;
