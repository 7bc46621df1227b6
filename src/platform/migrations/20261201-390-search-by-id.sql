-- Where in the table the newest entries lie, by the page: a search for frequent words asks for a part of the entries, next to each other by id, instead of
-- visiting a page for each of thousands of hits. Small (0.15 MB a million entries). Ranges are short so that PostgreSQL takes the words first and this
-- second: the other way about, every entry of a page that holds a hit is compared.
create index search_by_id on records.search using brin (id) with (pages_per_range = 16, autosummarize = on);
