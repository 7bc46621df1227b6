-- New hashes wait in a short list behind the index and go in sorted, many at once: entering each by itself cost ten times as much.
-- How long the list may grow is the session's (gin_pending_list_limit), so that a bulk load may let it grow and a person's write may not.
alter index records.search_by_grams set (fastupdate = on);
alter index records.search_by_sounds set (fastupdate = on);
