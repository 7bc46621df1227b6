-- Rules of escalation (升级提醒): when, to whom, how often, by which way.
create table followups.escalations (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  name text not null,
  cause text not null check (cause in ('receipt_due', 'case_yellow', 'case_red', 'case_long_red', 'owed_due', 'procedure_overrun', 'follow_up_due', 'follow_up_late')),
  days integer not null check (days >= 0),
  audience text[] not null,
  every_days integer check (every_days > 0),
  channels text[],
  urgent boolean not null,
  reply_days integer check (reply_days > 0),
  enabled boolean not null,
  source text,
  primary key (zone_id, id)
);
create index escalations_by_name on followups.escalations (zone_id, name, id);
alter table followups.escalations enable row level security;
alter table followups.escalations force row level security;
create policy zone on followups.escalations using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What a rule has said about a subject: each cause and cycle once, whatever becomes of the jobs that said it.
create table followups.escalated (
  zone_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  rule_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  key text not null check (key <> ''),
  primary key (zone_id, id),
  unique (zone_id, rule_id, subject_id, key),
  foreign key (zone_id, rule_id) references followups.escalations (zone_id, id) on delete restrict
);
comment on table followups.escalated is 'append-only; app: select, insert';
alter table followups.escalated enable row level security;
alter table followups.escalated force row level security;
create policy zone on followups.escalated using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
