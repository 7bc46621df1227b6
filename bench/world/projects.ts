import type pg from 'pg'
import { idOf, numbers } from './generate.ts'

/** `count` active projects of nobody's in a zone; answers their ids. Another seed, other ids. */
export async function loadProjects(
  client: pg.Client,
  zone: string,
  count: number,
  seed = 7,
): Promise<readonly string[]> {
  const draw = numbers(seed)
  const ids = Array.from({ length: count }, (_, n) => idOf(n, draw))
  await client.query(
    `insert into projects.projects (zone_id, id, version, created_at, created_by, updated_at, updated_by, sample, search_text, name, kind)
    select $1, id, 1, '2026-03-02T01:00:00Z', 'system', '2026-03-02T01:00:00Z', 'system', true, '年产示例项目 ' || n, '年产示例项目 ' || n, 'industrial'
    from unnest($2::uuid[]) with ordinality as p (id, n)`,
    [zone, ids],
  )
  return ids
}
