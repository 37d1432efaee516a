-- What departments are asked about a reason, where the organisation has words of its own. Null is the
-- question that comes along, in the department's language.
alter table dispute_routes add question text
  constraint dispute_routes_question_is_said check (question is null or btrim(question) <> '');
