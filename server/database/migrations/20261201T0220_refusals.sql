-- Whoever has the link may say that something is wrong, without its one-time code: what is known of
-- them is kept. Encrypted: {address, from, agent}, as of a signature by link; '' when a person of the
-- organisation ended it.
alter table record_endings add column origin text not null default '';
