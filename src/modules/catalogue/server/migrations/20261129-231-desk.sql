create schema catalogue;

-- Who keeps the catalogue of this installation, and whether an editor may publish. One row.
create table catalogue.desk (
  key text primary key check (key = 'desk'),
  version integer not null,
  keeper_code text not null,
  four_eyes boolean not null,
  changed_at timestamptz not null,
  changed_by text not null
);
comment on table catalogue.desk is 'reference';

-- The next version while it is written. One is open at a time; those that were published or discarded stay to be read.
create table catalogue.drafts (
  id uuid primary key,
  version integer not null,
  state text not null check (state in ('open', 'published', 'discarded')),
  base_version_id uuid not null references matters.catalogue_versions (id) on delete restrict,
  zone_code text not null,
  opened_at timestamptz not null,
  opened_by text not null,
  opened_name text not null,
  reason text not null,
  content json not null,
  fees json not null,
  closed_at timestamptz
);
comment on table catalogue.drafts is 'reference';
create unique index drafts_one_open on catalogue.drafts (state) where state = 'open';

-- Every edit with its reason: the fields that changed, as they were and as they are.
create table catalogue.draft_edits (
  draft_id uuid not null references catalogue.drafts (id) on delete restrict,
  ordinal integer not null,
  edited_at timestamptz not null,
  edited_by text not null,
  editor_name text not null,
  zone_code text not null,
  list text not null check (list in ('matters', 'materials', 'facts', 'fees', 'feeFacts')),
  code text not null,
  act text not null check (act in ('set', 'add', 'retire')),
  before json,
  after json,
  reason text not null,
  primary key (draft_id, ordinal)
);
comment on table catalogue.draft_edits is 'reference';
create index draft_edits_by_row on catalogue.draft_edits (draft_id, list, code);

-- Who put which version in force, when and why.
create table catalogue.publications (
  id uuid primary key,
  version_id uuid not null references matters.catalogue_versions (id) on delete restrict,
  draft_id uuid not null references catalogue.drafts (id) on delete restrict,
  published_at timestamptz not null,
  published_by text not null,
  publisher_name text not null,
  zone_code text not null,
  reason text not null,
  override text,
  change_count integer not null
);
comment on table catalogue.publications is 'reference';
create index publications_by_time on catalogue.publications (published_at);
