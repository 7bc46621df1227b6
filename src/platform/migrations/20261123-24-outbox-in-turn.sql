-- Whether something of the same subject stands before: only what is still open counts, and only this subject's rows are looked at.
-- Without it the planner walks every open row of the zone for each candidate.
create index outbox_in_turn on jobs.outbox (zone_id, subject_id, kind, turn, id)
  where done_at is null and dead_at is null and archived_at is null;
