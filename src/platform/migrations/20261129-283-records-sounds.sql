-- Beside the signs of a record, how its name sounds: hashes of syllables and initials, salted as the signs are. Rows from before have none until
-- the record is written again; they are found by their signs.
alter table records.search add column sounds integer[] not null default '{}';
create index search_by_sounds on records.search using gin (sounds) with (fastupdate = off);
alter table records.search alter column sounds set statistics 1000;
