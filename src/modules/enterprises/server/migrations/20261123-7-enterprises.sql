create schema enterprises;

create table enterprises.enterprises (
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
  name text not null,
  uscc text,
  status text not null check (status in ('planned', 'building', 'operating', 'idle', 'closed', 'moved')),
  industry_code text,
  industry_edition integer,
  scale text check (scale in ('large', 'medium', 'small', 'micro')),
  above_scale boolean,
  registered_address text,
  registered_on date,
  registered_capital numeric(18,2),
  legal_representative bytea,
  tags text[],
  note text,
  primary key (zone_id, id)
);
create index enterprises_by_name on enterprises.enterprises (zone_id, name, id);
create index enterprises_by_registration on enterprises.enterprises (zone_id, registered_on, id);
create unique index enterprises_unique_uscc on enterprises.enterprises (zone_id, uscc) where archived_at is null;
alter table enterprises.enterprises enable row level security;
alter table enterprises.enterprises force row level security;
create policy zone on enterprises.enterprises using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);

create table enterprises.contacts (
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
  name bytea not null,
  post text,
  phone bytea,
  email bytea,
  main boolean not null,
  primary key (zone_id, id),
  foreign key (zone_id, enterprise_id) references enterprises.enterprises (zone_id, id) on delete restrict
);
create index contacts_of_enterprise on enterprises.contacts (zone_id, enterprise_id, id);
alter table enterprises.contacts enable row level security;
alter table enterprises.contacts force row level security;
create policy zone on enterprises.contacts using (zone_id = nullif(current_setting('luodi.zone_id', true), '')::uuid);
