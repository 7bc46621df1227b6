create schema files;

-- What was uploaded. The content lies in the data folder under its SHA-256; the name is a label for people, never a path.
-- subject: what it hangs on; without one only its uploader sees it.
create table files.files (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  account_id uuid,
  subject_kind text,
  subject_id uuid,
  sha256 text not null check (length(sha256) = 64),
  size integer not null check (size > 0),
  media_type text not null,
  name text not null check (name <> ''),
  primary key (zone_id, id),
  check ((subject_kind is null) = (subject_id is null))
);
create index files_by_subject on files.files (zone_id, subject_id, id) where subject_id is not null;
create index files_by_content on files.files (zone_id, sha256);
alter table files.files enable row level security;
alter table files.files force row level security;
create policy zone on files.files using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
