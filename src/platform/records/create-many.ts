import { sql } from 'kysely'
import type { Problem } from '../../kernel/problem.ts'
import { type AnyRecordKind, columnOf, fieldOf, personalFields } from '../../kernel/record-kind.ts'
import { newId } from '../ids.ts'
import { makePersonKeys } from '../journal/person-keys.ts'
import { type Acting, recordAlike, type Values, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { textArray } from '../wire/arrays.ts'
import { textOf } from '../wire/values.ts'
import { sqlTypeOf, tableRef } from './columns.ts'
import { ownValues, present, type SealedValues, sealUnder, stamps } from './create.ts'
import { searchEntries } from './many.ts'
import { constraintProblem } from './problems.ts'
import type { Known } from './statement.ts'
import { checkValues, fieldValues } from './values.ts'

/** Of each record its id, or why the database did not take it. */
export type Made = { readonly id: string } | { readonly problem: Problem }

interface NewRecord extends SealedValues {
  readonly id: string
  readonly values: Values
}

/**
 * Many new records, each with its event, in few statements: the same rules as one by one. Rows that the database refuses (a code that is
 * there already) are found by halving, and the others are made. Throws when a rule of the kind refuses one: ask the rules before.
 */
export async function createRecords(
  db: Database,
  acting: Acting,
  given: Pick<Known, 'kind'> & { readonly all: readonly Values[]; readonly sample: boolean; readonly note?: string },
): Promise<readonly Made[]> {
  const { kind } = given
  const wanted = given.all.map((one) => {
    const values = present(fieldValues(kind, ownValues(kind, acting, one)))
    checkValues(kind, values, values)
    return { id: newId(acting.now), values }
  })
  const problems = new Map<string, Problem>()
  await insertHalving(db, acting, { given, wanted, problems })
  return wanted.map(({ id }) => {
    const problem = problems.get(id)
    return problem ? { problem } : { id }
  })
}

interface Inserting {
  readonly given: Pick<Known, 'kind'> & { readonly sample: boolean; readonly note?: string }
  readonly wanted: readonly Pick<NewRecord, 'id' | 'values'>[]
  readonly problems: Map<string, Problem>
}

async function insertHalving(db: Database, acting: Acting, inserting: Inserting): Promise<void> {
  const { given, wanted, problems } = inserting
  const [first] = wanted
  if (!first) return
  await sql`savepoint many`.execute(db)
  try {
    await insertAll(db, acting, inserting)
    await sql`release savepoint many`.execute(db)
  } catch (error) {
    await sql`rollback to savepoint many`.execute(db)
    await sql`release savepoint many`.execute(db)
    const problem = constraintProblem(given.kind, error)
    if (problem === error) throw error
    if (wanted.length === 1) {
      problems.set(first.id, problem as Problem)
      return
    }
    const middle = Math.ceil(wanted.length / 2)
    await insertHalving(db, acting, { ...inserting, wanted: wanted.slice(0, middle) })
    await insertHalving(db, acting, { ...inserting, wanted: wanted.slice(middle) })
  }
}

async function insertAll(db: Database, acting: Acting, { given, wanted }: Inserting): Promise<void> {
  const { kind, sample, note } = given
  const zoneId = zoneOf(acting).id
  const records = await sealedAll(db, acting, { given, wanted })
  const search = kind.search.length === 0 ? null : searchEntries(kind, zoneId, records)
  await insertRows(db, acting, { kind, sample, records, texts: search?.texts ?? null })
  await search?.insert(db, new Set(records.map(({ id }) => id)))
  const all = records.map(({ id, journaled }) => ({ subjectId: id, after: journaled }))
  await recordAlike(db, acting, { subjectKind: kind.name, action: 'create', note, all })
}

interface Rows {
  readonly kind: AnyRecordKind
  readonly sample: boolean
  readonly records: readonly NewRecord[]
  readonly texts: readonly string[] | null
}

/** Each column travels as one array; what is the same in all is said once. */
async function insertRows(db: Database, acting: Acting, { kind, sample, records, texts }: Rows): Promise<void> {
  const names = namesIn(records)
  const arrays = names.map((name) => sql`${textArray(records.map(({ columns }) => cellText(columns[name])))}::text[]`)
  const { createdAt, createdBy } = stamps(acting)
  const columns = names.map((name) => `, "${columnOf(name)}"`).join('')
  const values = names.map((name, i) => `, r.c${i}::${sqlTypeOf(fieldOf(kind, name))}`).join('')
  const given = names.map((_, i) => `, c${i}`).join('')
  const search = texts === null ? null : sql`, ${textArray(texts)}::text[]`
  await sql`insert into ${tableRef(kind)} (zone_id, id, version, created_at, created_by, updated_at, updated_by, sample
      ${sql.raw(`${columns}${search ? ', search_text' : ''}`)})
    select ${zoneOf(acting).id}, r.id, 1, ${createdAt}, ${createdBy}, ${createdAt}, ${createdBy}, ${sample}
      ${sql.raw(`${values}${search ? ', r.search_text' : ''}`)}
    from unnest(${`{${records.map(({ id }) => id).join()}}`}::uuid[]${sql.join([sql``, ...arrays])}${search ?? sql``})
      as r(id${sql.raw(`${given}${search ? ', search_text' : ''}`)})`.execute(db)
}

function namesIn(records: readonly NewRecord[]): readonly string[] {
  const names = new Set<string>()
  for (const { columns } of records) for (const name of Object.keys(columns)) names.add(name)
  return [...names]
}

/** A value as PostgreSQL reads its column from a text. */
function cellText(value: unknown): string | null {
  const text = textOf(value)
  return Buffer.isBuffer(text) ? `\\x${text.toString('hex')}` : text
}

async function sealedAll(
  db: Database,
  acting: Acting,
  { given: { kind }, wanted }: Pick<Inserting, 'given' | 'wanted'>,
): Promise<readonly NewRecord[]> {
  if (personalFields(kind).length === 0)
    return wanted.map((one) => ({ ...one, columns: one.values, journaled: one.values }))
  const keys = await makePersonKeys(
    db,
    acting,
    wanted.map(({ id }) => id),
  )
  return wanted.map((one, i) => ({ ...one, ...sealUnder({ kind, id: one.id, key: keys[i] as Buffer }, one.values) }))
}
