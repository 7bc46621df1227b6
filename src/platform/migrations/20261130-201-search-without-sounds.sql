-- What has no sounds yet: few rows, found at every start by the part that gives them theirs.
create index search_without_sounds on records.search (zone, id) where sounds = '{}';
