-- The record on whose time line an event is told beside its own subject's: an event of a case belongs to its project.
alter table journal.events add column thread_id uuid;
create index events_by_thread on journal.events (zone_id, thread_id, id) where thread_id is not null;
