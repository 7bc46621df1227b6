-- After a restore messages to the outside wait: what was put out before the loss may have been sent already. A person looks and releases.
-- restored_at: when it was restored; restored_to: of the last transaction that came back; released_at: null while it holds.
create table jobs.holds (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  restored_at timestamptz not null,
  restored_to timestamptz not null,
  backup text not null,
  released_at timestamptz,
  primary key (zone_id, id)
);
create unique index holds_open on jobs.holds (zone_id) where released_at is null;
alter table jobs.holds enable row level security;
alter table jobs.holds force row level security;
create policy zone on jobs.holds using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
