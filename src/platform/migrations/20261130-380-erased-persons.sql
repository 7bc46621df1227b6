-- Whether a person was erased is asked for every row of a list; destroyed keys are few, so that this index is small.
create index person_keys_destroyed on journal.person_keys (zone_id, id) where key is null;
