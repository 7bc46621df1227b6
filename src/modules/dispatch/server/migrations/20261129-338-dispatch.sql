create schema dispatch;

create table dispatch.meetings (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  search_text text not null,
  title text not null,
  held_on date not null,
  chair_id uuid,
  decisions text,
  primary key (zone_id, id),
  foreign key (zone_id, chair_id) references organisation.people (zone_id, id) on delete restrict
);
create index meetings_by_title on dispatch.meetings (zone_id, title, id);
create index meetings_by_day on dispatch.meetings (zone_id, held_on, id);
alter table dispatch.meetings enable row level security;
alter table dispatch.meetings force row level security;
create policy zone on dispatch.meetings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
