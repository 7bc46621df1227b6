import type { SpanWords } from './tracer.ts'

const verbs = /\b(select|insert|update|delete|set|begin|commit|rollback|savepoint)\b/i
const tables = /\b(?:from|into|update)\s+("?[a-z_]+"?\."?[a-z_]+"?)/i

/** What a statement is called in a trace: its kind and its first table, and no word more of it. */
export function statementWords(sql: string): { readonly name: string; readonly words: SpanWords } {
  const verb = verbs.exec(sql)?.[1]?.toLowerCase() ?? 'statement'
  const table = tables.exec(sql)?.[1]?.replaceAll('"', '')
  const words = { 'db.system.name': 'postgresql', 'db.operation.name': verb }
  if (table === undefined) return { name: verb, words }
  return { name: `${verb} ${table}`, words: { ...words, 'db.collection.name': table } }
}
