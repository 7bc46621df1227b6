import type pg from 'pg'

const at = '2026-03-02T01:00:00Z'
/** Degrees: about a hundred metres, with a road between. */
const [side, step, across] = [0.001, 0.0012, 100]
const states = ['planned', 'listed', 'contracted', 'under-construction', 'in-production']

/** A grid of parcels with shapes of eight points each, as a survey's corners are more than four. Generated, the same at every run. */
export async function loadParcels(client: pg.Client, { zone, count }: { zone: string; count: number }): Promise<void> {
  const numbers = Array.from({ length: count }, (_, i) => i)
  const boxes = numbers.map((i) => {
    const [west, south] = [110.7 + (i % across) * step, 35.1 + Math.floor(i / across) * step]
    return { west, south, east: west + side, north: south + side }
  })
  const id = (kind: number, i: number) => `019c0000-000${kind}-7000-8000-${String(i).padStart(12, '0')}`
  await client.query(
    `insert into parcels.parcels (zone_id, id, version, created_at, created_by, updated_at, updated_by, sample, search_text, code, name,
      registered_area_sqm, land_use, land_kind, state, service_level)
    select $1, id, 1, '${at}', 'system', '${at}', 'system', true, code, code, '示例地块 ' || code, 10000, 'industrial', 'standard', state, 'seven'
    from unnest($2::uuid[], $3::text[], $4::text[]) as r (id, code, state)`,
    [
      zone,
      numbers.map((i) => id(1, i)),
      numbers.map((i) => `B-${i}`),
      numbers.map((i) => states[i % states.length] ?? 'planned'),
    ],
  )
  await client.query(
    `insert into parcels.shapes (zone_id, id, version, created_at, created_by, updated_at, updated_by, sample, parcel_id, geometry, drawn_sqm,
      west, south, east, north, valid_from, datum, source, actor_name)
    select $1, id, 1, '${at}', 'system', '${at}', 'system', true, parcel, geometry::jsonb, 10000, west, south, east, north, '2026-01-01',
      'cgcs2000', 'survey', 'system'
    from unnest($2::uuid[], $3::uuid[], $4::text[], $5::float8[], $6::float8[], $7::float8[], $8::float8[])
      as r (id, parcel, geometry, west, south, east, north)`,
    [
      ...[zone, numbers.map((i) => id(2, i)), numbers.map((i) => id(1, i))],
      boxes.map((box) => JSON.stringify({ type: 'Polygon', coordinates: [ringOf(box)] })),
      ...(['west', 'south', 'east', 'north'] as const).map((edge) => boxes.map((box) => box[edge])),
    ],
  )
}

function ringOf({ west, south, east, north }: Record<'west' | 'south' | 'east' | 'north', number>) {
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const first = [west, south]
  return [first, [x, south], [east, south], [east, y], [east, north], [x, north], [west, north], [west, y], first]
}
