create schema matters;

create table matters.catalogue_versions (
  id uuid primary key,
  title text not null,
  as_of text not null,
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  matter_count integer not null,
  -- json, not jsonb: the order of the stages is the order of their keys, and jsonb would sort them.
  content json not null,
  fees json not null,
  imported_at timestamptz not null,
  current boolean not null
);
comment on table matters.catalogue_versions is 'reference';
create unique index catalogue_versions_one_current on matters.catalogue_versions (current) where current;
