create schema journal;

-- What was done in a zone, by whom, on what: written in the business transaction, never changed afterwards.
-- id is a uuidv7 of the server's time (created_at); happened_at is the legal time and may be earlier.
-- before and after hold the changed fields only; personal fields stand in them as ciphertext.
create table journal.events (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  happened_at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  request_id text not null,
  subject_kind text not null check (subject_kind ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'),
  subject_id uuid not null,
  action text not null check (action ~ '^[a-z][A-Za-z]*$'),
  before jsonb,
  after jsonb,
  note text,
  primary key (zone_id, id)
);
create index events_by_subject on journal.events (zone_id, subject_id, id);
comment on table journal.events is 'append-only; app: select, insert';
alter table journal.events enable row level security;
alter table journal.events force row level security;
create policy zone on journal.events using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The key under which a person's fields are encrypted, in their row and in the journal alike: id is the record's.
-- To erase the person the key is destroyed: set to null, for good.
create table journal.person_keys (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  key bytea check (length(key) = 32),
  primary key (zone_id, id)
);
alter table journal.person_keys enable row level security;
alter table journal.person_keys force row level security;
create policy zone on journal.person_keys using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
