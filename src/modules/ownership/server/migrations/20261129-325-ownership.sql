create schema ownership;

-- Who holds shares of an enterprise, from when until when. A new register ends lines and begins others; none is overwritten.
create table ownership.holdings (
  zone_id uuid not null references zones.zones (id) on delete restrict,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  archived_at timestamptz,
  sample boolean not null default false,
  enterprise_id uuid not null,
  name text not null,
  kind text not null,
  holder_id uuid,
  percent numeric not null check (percent > 0 and percent <= 100),
  paid_in_yuan numeric(18,2),
  held_from date not null,
  held_until date,
  document text not null,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  foreign key (zone_id, holder_id) references enterprises.enterprises (zone_id, id) on delete restrict,
  check (held_until is null or held_until >= held_from)
);
create index holdings_by_enterprise on ownership.holdings (zone_id, enterprise_id, id);
create index holdings_by_holder on ownership.holdings (zone_id, holder_id, id);
alter table ownership.holdings enable row level security;
alter table ownership.holdings force row level security;
create policy zone on ownership.holdings using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
