import type pg from 'pg'

/**
 * The same rows for whoever works without us: same columns, indexes and foreign key to the zone, no row-level security, and the personal
 * field as plain text. `people` are the plain values by id.
 */
export async function makeBareTables(client: pg.Client, people: readonly { id: string; name: string }[]) {
  await client.query(`
    create schema bare;
    create table bare.enterprises (like enterprises.enterprises including all);
    alter table bare.enterprises alter column legal_representative type text using null;
    alter table bare.enterprises add foreign key (zone_id) references zones.zones (id);
    create table bare.projects (like projects.projects including all);
    create table bare.events (like journal.events including all);
    create table bare.search (like records.search including defaults including indexes);
    create table bare.outbox (like jobs.outbox including all);
    insert into bare.projects select * from projects.projects;
    insert into bare.search select * from records.search;`)
  await client.query(
    `insert into bare.enterprises select zone_id, id, version, created_at, created_by, updated_at, updated_by, archived_at, sample,
      search_text, e.name, uscc, status, industry_code, industry_edition, scale, above_scale, registered_address, registered_on,
      registered_capital, p.name, tags, note
    from enterprises.enterprises e left join unnest($1::uuid[], $2::text[]) as p (person, name) on p.person = e.id`,
    [people.map(({ id }) => id), people.map(({ name }) => name)],
  )
  await client.query('vacuum analyze')
}
