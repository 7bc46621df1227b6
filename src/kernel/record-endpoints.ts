import { z } from 'zod'
import { type Endpoint, lateEndpoint, type Schema, type SchemasOf } from './endpoint.ts'
import type { Field, FieldType } from './field.ts'
import type { Label } from './label.ts'
import { onceFor } from './once.ts'
import { BulkMoveInput, BulkOutput, type BulkRows, bulkSetInput, UndoInput, UndoOutput } from './record-bulk.ts'
import { CompareInput, CompareOutput } from './record-compare.ts'
import { GroupOutput, groupInput } from './record-group.ts'
import { type AnyRecordKind, personalFields, type RecordOf, type RowOf } from './record-kind.ts'
import { listInput } from './record-list.ts'

/** A doubt about a value that was stored all the same. */
export const FieldWarning = z.object({ field: z.string(), zh: z.string(), en: z.string() })
export type FieldWarning = z.infer<typeof FieldWarning>

/** One event of a record's history. Personal values are masked; null where the person was erased. */
export const HistoryEvent = z.object({
  id: z.string(),
  at: z.string(),
  happenedAt: z.string(),
  actor: z.string(),
  action: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  note: z.string().nullable(),
})
export type HistoryEvent = z.infer<typeof HistoryEvent>

interface Addressed {
  readonly zone: string
  readonly id: string
}

interface Bulk extends BulkRows {
  readonly zone: string
}

interface Written<K extends AnyRecordKind> {
  readonly record: RowOf<K>
  readonly warnings: readonly FieldWarning[]
}

/** The endpoints that every record kind has without a line of code in its module. */
export interface RecordEndpoints<K extends AnyRecordKind> {
  readonly list: Endpoint<
    { readonly zone: string } & Readonly<Record<string, unknown>>,
    { readonly rows: readonly RowOf<K>[]; readonly next: string | null }
  >
  /** How many records the list's conditions let through, in groups, with sums. */
  readonly group: Endpoint<{ readonly zone: string } & Readonly<Record<string, unknown>>, GroupOutput>
  readonly read: Endpoint<Addressed, RowOf<K>>
  readonly create: Endpoint<{ readonly zone: string } & Partial<RecordOf<K>>, Written<K>>
  readonly update: Endpoint<Addressed & { readonly version: number } & Partial<RecordOf<K>>, Written<K>>
  readonly archive: Endpoint<Addressed & { readonly version: number }, Written<K>>
  readonly restore: Endpoint<Addressed & { readonly version: number }, Written<K>>
  readonly history: Endpoint<
    Addressed & { readonly after?: string },
    { readonly rows: readonly HistoryEvent[]; readonly next: string | null }
  >
  /** The record as it was after two events of its history. */
  readonly compare: Endpoint<Addressed & { readonly from: string; readonly to?: string }, CompareOutput>
  /** The same values for many records: tried or done. */
  readonly bulkSet: Endpoint<Bulk & { readonly values: Partial<RecordOf<K>> }, BulkOutput>
  readonly bulkArchive: Endpoint<Bulk & { readonly archived: boolean }, BulkOutput>
  /** Within ten minutes, by who did it. */
  readonly undoBulk: Endpoint<Addressed, UndoOutput>
  /** Only of kinds with personal fields: their values in full, journaled. */
  readonly reveal?: Endpoint<Addressed, Readonly<Record<string, string | null>>>
  /** Only of kinds with personal fields: destroys the key of the person, for good. */
  readonly erase?: Endpoint<Addressed & { readonly version: number; readonly reason: string }, Written<K>>
}

const language = { lang: z.enum(['zh', 'en']).optional() }
const zoned = { zone: z.string() }
const addressed = { ...zoned, id: z.uuid() }
const Versioned = z.strictObject({ ...addressed, version: z.int().min(1) })
const next = z.string().nullable()

/**
 * The endpoints of a kind, from its declaration: `<name>.list`, `.group`, `.read`, `.create`, `.update`, `.archive`, `.restore`, `.history`,
 * `.compare`, `.bulkSet`, `.bulkArchive`, `.undoBulk`, `.reveal`, `.erase`.
 */
export function recordEndpoints<K extends AnyRecordKind>(kind: K): RecordEndpoints<K> {
  // The schemas are built from the fields at run time; RecordEndpoints says what they hold.
  return doorsOf(kind) as unknown as RecordEndpoints<K>
}

const doorsOf = onceFor((kind: AnyRecordKind) => {
  const { read, write, archive = write, reveal } = kind.access
  const written = () => z.object({ record: rowOf(kind), warnings: z.array(FieldWarning) })
  const reading = { method: 'GET', permission: read, effect: 'read' } as const
  const writing = { method: 'POST', permission: write, effect: 'write', output: written } as const
  const archiving = { ...writing, permission: archive, input: () => Versioned } as const
  const address = () => z.strictObject({ ...addressed, ...language })
  const page = () => z.object({ rows: z.array(rowOf(kind)), next })
  const history = { input: () => HistoryInput, output: () => HistoryOutput }
  const compare = { input: () => CompareInput, output: () => CompareOutput }
  const bulk = { ...writing, output: () => BulkOutput }
  return {
    list: door(kind, 'list', { ...reading, input: () => listInput(kind), output: page }),
    group: door(kind, 'group', { ...reading, input: () => groupInput(kind), output: () => GroupOutput }),
    read: door(kind, 'read', { ...reading, input: address, output: () => rowOf(kind) }),
    create: door(kind, 'create', { ...writing, input: () => createInput(kind) }),
    update: door(kind, 'update', { ...writing, method: 'PATCH', input: () => updateInput(kind) }),
    archive: door(kind, 'archive', archiving),
    restore: door(kind, 'restore', archiving),
    history: door(kind, 'history', { ...reading, ...history }),
    compare: door(kind, 'compare', { ...reading, ...compare }),
    bulkSet: door(kind, 'bulkSet', { ...bulk, input: () => bulkSetInput(kind) }),
    bulkArchive: door(kind, 'bulkArchive', { ...bulk, permission: archive, input: () => BulkMoveInput }),
    undoBulk: door(kind, 'undoBulk', { ...writing, input: () => UndoInput, output: () => UndoOutput }),
    ...(reveal && { reveal: door(kind, 'reveal', { ...writing, ...revealing(kind), permission: reveal }) }),
    ...(personalFields(kind).length > 0 && {
      erase: door(kind, 'erase', { ...writing, input: () => EraseInput, permission: 'records.erase' }),
    }),
  }
})

/** Of one kind several doors answer with it. */
const rowOf = onceFor(rowSchema)

const EraseInput = Versioned.extend({ reason: z.string().trim().min(1).max(500) })
const HistoryInput = z.strictObject({ ...addressed, ...language, after: z.uuid().optional() })
const HistoryOutput = z.object({ rows: z.array(HistoryEvent), next })

function revealing(kind: AnyRecordKind) {
  const shape = () => personalFields(kind).map((name) => [name, z.string().nullable()] as const)
  return { input: () => z.strictObject(addressed), output: () => z.object(Object.fromEntries(shape())) }
}

const places: Readonly<Record<keyof RecordEndpoints<AnyRecordKind>, readonly [address: string, summary: Label]>> = {
  list: ['', { zh: '列表', en: 'List' }],
  group: ['/groups', { zh: '分组计数与合计', en: 'Counts and sums in groups' }],
  read: ['/:id', { zh: '查看', en: 'Read' }],
  create: ['', { zh: '新建', en: 'Create' }],
  update: ['/:id', { zh: '修改', en: 'Update' }],
  archive: ['/:id/archive', { zh: '归档', en: 'Archive' }],
  restore: ['/:id/restore', { zh: '恢复', en: 'Restore' }],
  history: ['/:id/history', { zh: '历史', en: 'History' }],
  compare: ['/:id/compare', { zh: '比较两个版本', en: 'Compare two versions' }],
  bulkSet: ['/bulk-set', { zh: '批量修改', en: 'Change many' }],
  bulkArchive: ['/bulk-archive', { zh: '批量归档或恢复', en: 'Archive or restore many' }],
  undoBulk: ['/bulk/:id/undo', { zh: '撤销批量操作', en: 'Undo a bulk act' }],
  reveal: ['/:id/reveal', { zh: '查看完整个人信息', en: 'Reveal personal fields' }],
  erase: ['/:id/erase', { zh: '抹除个人信息', en: 'Erase personal data' }],
}

type Door = Pick<Endpoint<unknown, unknown>, 'method' | 'permission' | 'effect'> & SchemasOf<unknown, unknown>

function door(
  kind: AnyRecordKind,
  verb: keyof typeof places,
  { input, output, ...data }: Door,
): Endpoint<unknown, unknown> {
  const [address, summary] = places[verb]
  const { one } = kind.labels
  const named = {
    name: `${kind.name}.${verb}`,
    path: `/api/zones/:zone/${kind.path}${address}`,
    summary: { zh: `${one.zh}：${summary.zh}`, en: `${one.en}: ${summary.en}` },
  }
  return lateEndpoint({ ...data, ...named }, { input, output })
}

/** What may be given for a new record: every field but those that decisions set; unknown fields are refused. */
function createInput(kind: AnyRecordKind): Schema<unknown> {
  const shape = Object.entries(kind.fields)
    .filter(([, field]) => field.writable !== 'never')
    .map(([name, field]) => [name, field.required ? inputOf(field) : inputOf(field).optional()] as const)
  return z.strictObject({ ...zoned, ...Object.fromEntries(shape) })
}

/** What may be given for a change: only the fields that change, with the version that was read. */
function updateInput(kind: AnyRecordKind): Schema<unknown> {
  const shape = Object.entries(kind.fields)
    .filter(([, field]) => field.writable === 'always')
    .map(([name, field]) => [name, inputOf(field).optional()] as const)
  return z.strictObject({ ...Versioned.shape, ...Object.fromEntries(shape) })
}

const head = {
  id: z.string(),
  version: z.number(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  archivedAt: z.string().nullable(),
  sample: z.boolean(),
  erased: z.boolean().optional(),
}

function rowSchema(kind: AnyRecordKind) {
  const shape = Object.entries(kind.fields).map(([name, field]) => [name, outputOf(field)] as const)
  return z.object({ ...head, ...Object.fromEntries(shape), names: z.record(z.string(), z.string().nullable()) })
}

/** Every field's schema is made by field.ts with zod; the declaration hides that, so that the compiler need not carry it. */
function inputOf(field: Field<unknown>): z.ZodType {
  return field.schema as z.ZodType
}

/** Masked and long stored values need not fit what is accepted today: the answer states only the kind of value. */
function outputOf(field: Field<unknown>): z.ZodType {
  const schema = outputTypes[field.type]
  return field.required && !field.personal ? schema : schema.nullable()
}

const outputTypes: Readonly<Record<FieldType, z.ZodType>> = {
  text: z.string(),
  longText: z.string(),
  integer: z.number(),
  decimal: z.number(),
  money: z.string(),
  date: z.string(),
  instant: z.string(),
  yesNo: z.boolean(),
  choice: z.string(),
  choices: z.array(z.string()),
  ref: z.string(),
}
