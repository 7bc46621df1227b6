-- Lines of a file live for two weeks at most and are written three times: pressing each of those texts together cost more than storing it.
alter table sheets.chunks alter column rows set storage external;
