-- The planner looks into a setting while it plans and finds an organisation that is newer than its
-- statistics: one row, it believes, and walks all rows of that organisation instead of those asked
-- for. A query of its own it takes as it comes: an organisation of the usual size. These three tables
-- grow by thousands of rows while a run is being sent, before anybody can look at them anew.
alter policy messages_of_one_organisation on messages using (organisation_id =
  (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter policy reached_steps_of_one_organisation on reached_steps using (organisation_id =
  (select nullif(current_setting('app.organisation_id', true), '')::uuid));
alter policy run_entries_of_one_organisation on run_entries using (organisation_id =
  (select nullif(current_setting('app.organisation_id', true), '')::uuid));
