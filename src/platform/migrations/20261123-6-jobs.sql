create schema jobs;

-- Work for a moment to come. Once by (kind, key): a done one stays done, a cancelled one (archived_at) may be set again.
-- due_at: when it was wanted; next_at: when it is tried next. An attempt is counted before it is made.
create table jobs.timers (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kind text not null,
  key text not null,
  subject_kind text not null,
  subject_id uuid not null,
  payload jsonb not null,
  due_at timestamptz not null,
  next_at timestamptz not null,
  attempts integer not null,
  error text,
  done_at timestamptz,
  dead_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, kind, key)
);
create index timers_open on jobs.timers (zone_id, next_at) where done_at is null and dead_at is null and archived_at is null;
create index timers_dead on jobs.timers (zone_id, dead_at) where dead_at is not null;
create index timers_by_subject on jobs.timers (zone_id, subject_id);
alter table jobs.timers enable row level security;
alter table jobs.timers force row level security;
create policy zone on jobs.timers using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What leaves a transaction: domain events, their deliveries to listeners, messages to people. turn: order within kind and subject.
create table jobs.outbox (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kind text not null,
  key text not null,
  subject_kind text not null,
  subject_id uuid not null,
  turn integer not null,
  payload jsonb not null,
  due_at timestamptz not null,
  next_at timestamptz not null,
  attempts integer not null,
  error text,
  done_at timestamptz,
  dead_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, kind, key)
);
create index outbox_open on jobs.outbox (zone_id, next_at) where done_at is null and dead_at is null and archived_at is null;
create index outbox_dead on jobs.outbox (zone_id, dead_at) where dead_at is not null;
create index outbox_by_turn on jobs.outbox (zone_id, subject_id, kind, turn);
create index outbox_done on jobs.outbox (zone_id, done_at) where done_at is not null;
comment on table jobs.outbox is 'app: select, insert, update, delete';
alter table jobs.outbox enable row level security;
alter table jobs.outbox force row level security;
create policy zone on jobs.outbox using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- Messages to an account within the program. key: the outbox row that it came from, so that a repeated delivery shows once.
create table jobs.notifications (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  account_id uuid not null,
  key text not null,
  subject_kind text not null,
  subject_id uuid not null,
  text_zh text not null,
  text_en text not null,
  link text,
  read_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, account_id, key)
);
create index notifications_by_account on jobs.notifications (zone_id, account_id, id);
create index notifications_unread on jobs.notifications (zone_id, account_id) where read_at is null;
alter table jobs.notifications enable row level security;
alter table jobs.notifications force row level security;
create policy zone on jobs.notifications using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
