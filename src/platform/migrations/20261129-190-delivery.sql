-- Why a message came, whether it may disturb, and with which digest it goes out.
alter table jobs.notifications add column urgent boolean not null default false;
alter table jobs.notifications add column via text not null default 'account';
alter table jobs.notifications add column cause_zh text;
alter table jobs.notifications add column cause_en text;
alter table jobs.notifications add column change_link text;
alter table jobs.notifications add column digest_key text;
create index notifications_by_subject on jobs.notifications (zone_id, subject_id, id);
create index notifications_by_digest on jobs.notifications (zone_id, digest_key) where digest_key is not null;

-- A way out of the zone: its mail server, a robot's address, its SMS gateway. The secret is ciphertext under the installation's key.
create table jobs.channels (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  kind text not null check (kind in ('mail', 'webhook', 'sms')),
  shape text not null check (shape in ('smtp', 'dingtalk', 'wecom', 'json')),
  name text not null,
  address text not null,
  login text,
  sender text,
  secret bytea,
  enabled boolean not null,
  primary key (zone_id, id)
);
create unique index channels_unique_kind on jobs.channels (zone_id, kind) where kind <> 'webhook' and archived_at is null;
alter table jobs.channels enable row level security;
alter table jobs.channels force row level security;
create policy zone on jobs.channels using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- What an account wants: where to, by which ways, when not. Mail and phone are ciphertext under the key of this record.
create table jobs.preferences (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  account_id uuid not null,
  mail bytea,
  phone bytea,
  channels text[] not null,
  webhook_id uuid,
  quiet_from text check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_until text check (quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$'),
  urgent_passes boolean not null,
  digest_at text check (digest_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  language text not null check (language in ('zh', 'en')),
  primary key (zone_id, id),
  unique (zone_id, account_id),
  foreign key (zone_id, webhook_id) references jobs.channels (zone_id, id) on delete restrict,
  check ((quiet_from is null) = (quiet_until is null))
);
alter table jobs.preferences enable row level security;
alter table jobs.preferences force row level security;
create policy zone on jobs.preferences using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

-- The zone's own hours without messages, and where its pages are reached from outside: one row a zone.
create table jobs.delivery_rules (
  zone_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  quiet_from text check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_until text check (quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$'),
  urgent_passes boolean not null,
  pages_at text,
  primary key (zone_id, id),
  unique (zone_id),
  check ((quiet_from is null) = (quiet_until is null))
);
alter table jobs.delivery_rules enable row level security;
alter table jobs.delivery_rules force row level security;
create policy zone on jobs.delivery_rules using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
