create schema records;

-- Which records hold which neighbouring signs: hashes of one and two signs, salted with zone and kind, never the text itself.
-- It stands beside the records because row-level security keeps the planner from using an array index on a walled table:
-- a row tells no more than that a record exists, and every search is answered from the walled record.
create table records.search (
  zone uuid not null,
  id uuid not null,
  grams integer[] not null,
  primary key (zone, id)
);
create index search_by_grams on records.search using gin (grams) with (fastupdate = off);
alter table records.search alter column grams set statistics 1000;
comment on table records.search is 'reference: distributed by zone, holds no values';
