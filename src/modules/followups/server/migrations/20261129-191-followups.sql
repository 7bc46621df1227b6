create schema followups;

-- An order with a reply date (督办). When it is due and how late it is are derived from its actions.
create table followups.followups (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  sentence text not null,
  task text not null,
  to_kind text not null check (to_kind in ('person', 'department')),
  to_id uuid not null,
  issuer_id uuid,
  issuer_name text not null,
  subject_kind text check (subject_kind in ('cases.case', 'projects.project')),
  subject_id uuid,
  project_id uuid,
  state text not null check (state in ('issued', 'acknowledged', 'answered', 'sent_back', 'accepted', 'closed')),
  urged integer not null,
  answer_words text,
  answer_by text,
  answer_at timestamptz,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references projects.projects (zone_id, id) on delete restrict,
  check ((subject_kind is null) = (subject_id is null)),
  check ((subject_kind is null) = (project_id is null)),
  check ((answer_words is null) = (answer_at is null))
);
create index followups_by_state on followups.followups (zone_id, state, id);
create index followups_by_project on followups.followups (zone_id, project_id, id);
create index followups_by_subject on followups.followups (zone_id, subject_id, id);
alter table followups.followups enable row level security;
alter table followups.followups force row level security;
create policy zone on followups.followups using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What was done, in its order: the ledger of the clock.
create table followups.actions (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  follow_up_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  verb text not null,
  happened_on date not null,
  days integer check (days >= 0),
  actor_id uuid,
  actor_name text not null,
  words text,
  to_name text,
  primary key (zone_id, id),
  unique (zone_id, follow_up_id, ordinal),
  foreign key (zone_id, follow_up_id) references followups.followups (zone_id, id) on delete restrict
);
comment on table followups.actions is 'append-only; app: select, insert';
alter table followups.actions enable row level security;
alter table followups.actions force row level security;
create policy zone on followups.actions using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
