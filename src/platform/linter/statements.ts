/** What is wrong with one statement that the program sent; empty when it is fine. */
export function statementFaults(sql: string, zonedTables: readonly string[]): string[] {
  const text = sql.replaceAll('"', '').replace(/\s+/g, ' ').toLowerCase()
  return [...zoneFaults(text, zonedTables), ...volatileFaults(text)]
}

/**
 * Every mention of a zoned table needs its own zone: a comparison of zone_id, or zone_id among the columns of its insert.
 * Row-level security alone would answer rightly, but on a sharded database only the comparison finds the shard.
 */
function zoneFaults(text: string, zonedTables: readonly string[]): string[] {
  const mentioned = zonedTables.filter((table) => mentions(text, table) > 0)
  const tables = mentioned.reduce((sum, table) => sum + mentions(text, table), 0)
  const compared = text.match(/\bzone_id\s*(=|in\b)/g)?.length ?? 0
  const inserted = [...text.matchAll(/insert into [\w.]+ \(([^)]*)\)/g)].filter((m) => /\bzone_id\b/.test(m[1] ?? ''))
  if (compared + inserted.length >= tables) return []
  return [`no zone_id for ${mentioned.join(', ')}: ${text}`]
}

function mentions(text: string, table: string): number {
  const name = table.replace('.', '\\.')
  return text.match(new RegExp(`\\b(from|join|into|update|,) ${name}\\b`, 'g'))?.length ?? 0
}

const changing = /^(update|with .* update )|on conflict .* do update set/
const volatileCall =
  /\b(now|random|gen_random_uuid|clock_timestamp|statement_timestamp|nextval)\s*\(|\bcurrent_timestamp\b/

/** Times and ids are parameters: a function here would give each shard and each replay another value. */
function volatileFaults(text: string): string[] {
  return changing.test(text) && volatileCall.test(text) ? [`volatile function in a change: ${text}`] : []
}
