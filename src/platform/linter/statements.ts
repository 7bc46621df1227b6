/** A table whose rows belong to zones, and the column that says to which. */
export interface ZonedTable {
  /** `schema.table`. */
  readonly name: string
  /** `zone_id`, or `zone` of the index of names. */
  readonly zone: string
}

/** What is wrong with one statement that the program sent; empty when it is fine. */
export function statementFaults(sql: string, zonedTables: readonly ZonedTable[]): string[] {
  const text = sql.replaceAll('"', '').replace(/\s+/g, ' ').toLowerCase()
  return [...zoneFaults(text, zonedTables), ...volatileFaults(text)]
}

/** One mention of a table in a statement, and what its columns are called by there. */
interface Mention extends ZonedTable {
  readonly alias: string
  /** A table that rows are put into: its columns are listed. */
  readonly inserted: boolean
}

/**
 * Every mention of a zoned table needs its own zone: a comparison of its own zone_id, or zone_id among the columns of its insert.
 * Row-level security alone would answer rightly, but on a sharded database only the comparison finds the shard.
 */
function zoneFaults(text: string, zonedTables: readonly ZonedTable[]): string[] {
  // Hundreds of tables and thousands of statements, each of which names a few: only those are looked for.
  const named = new Set(text.match(/\w+\.\w+/g))
  const mentions = zonedTables.filter(({ name }) => named.has(name)).flatMap((table) => mentionsOf(text, table))
  const columns = new Set(mentions.map(({ zone }) => zone))
  const lacking = [...columns].flatMap((zone) => lackingOf(text, zone, mentions))
  return lacking.length === 0 ? [] : [`no zone_id for ${[...new Set(lacking)].join(', ')}: ${text}`]
}

/** Those of the mentions by this column that are told no zone. */
function lackingOf(text: string, zone: string, all: readonly Mention[]): string[] {
  const mentions = all.filter((mention) => mention.zone === zone)
  const compared = [...text.matchAll(new RegExp(`(?:([\\w.]+)\\.)?\\b${zone}\\s*(?:=|in\\b)`, 'g'))]
  const listed = [...text.matchAll(/insert into [\w.]+(?: as \w+)? \(([^)]*)\)/g)].filter((match) =>
    new RegExp(`\\b${zone}\\b`).test(match[1] ?? ''),
  )
  if (compared.length + listed.length < mentions.length) return mentions.map(({ name }) => name)
  // As many comparisons as tables is not enough when two are about the same table.
  const about = new Set([
    ...compared.flatMap(([, of]) => of ?? []),
    ...[...text.matchAll(new RegExp(`=\\s*([\\w.]+)\\.${zone}\\b`, 'g'))].map(([, of]) => of),
  ])
  const bare = compared.filter(([, of]) => of === undefined).length
  const unnamed = mentions.filter(({ alias, name, inserted }) => !inserted && !about.has(alias) && !about.has(name))
  return unnamed.length > bare ? unnamed.map(({ name }) => name) : []
}

const before = String.raw`\b(from|join|into|update|using|table|only)|,|\(`
const notNames =
  'as|where|set|on|join|left|right|inner|full|cross|natural|group|order|limit|offset|for|using|union|except|intersect|returning|values|select|default|overriding|and|or|tablesample|window|having|lateral|with'

function mentionsOf(text: string, { name, zone }: ZonedTable): Mention[] {
  const escaped = name.replace('.', '\\.')
  const found = text.matchAll(
    new RegExp(`(?:${before})\\s*${escaped}\\b(?!\\.)(?: as (\\w+)| (?!(?:${notNames})\\b)(\\w+))?`, 'g'),
  )
  return [...found].map(([, word, given, short]) => ({
    ...{ name, zone, inserted: word === 'into' },
    alias: given ?? short ?? name.slice(name.indexOf('.') + 1),
  }))
}

const changing = /^(update|with .* update )|on conflict .* do update set/
const volatileCall =
  /\b(now|random|gen_random_uuid|clock_timestamp|statement_timestamp|nextval)\s*\(|\bcurrent_timestamp\b/

/** Times and ids are parameters: a function here would give each shard and each replay another value. */
function volatileFaults(text: string): string[] {
  return changing.test(text) && volatileCall.test(text) ? [`volatile function in a change: ${text}`] : []
}
