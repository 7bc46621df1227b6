import type { GrantedPermission } from './endpoint.ts'
import type { Field } from './field.ts'
import type { Label } from './label.ts'
import { checkRecordKind } from './record-kind-check.ts'

export type Fields = Readonly<Record<string, Field<unknown>>>

/**
 * A kind of record, declared once in its module's contract. From it follow list, filter, sort, search, read, create,
 * update, archive, history, template, import, export and form; whatever has consequences is an endpoint of its own.
 */
export interface RecordKind<F extends Fields> extends AnyRecordKind {
  readonly fields: F
  readonly list: readonly (keyof F & string)[]
  readonly search: readonly (keyof F & string)[]
}

/** A record kind whose fields are not known to the compiler: what the platform walks through. */
export interface AnyRecordKind {
  /** `module.noun`, unique: `land.parcel`. */
  readonly name: string
  /** Its place in addresses: `parcels` stands for `/api/zones/:zone/parcels`. */
  readonly path: string
  /** `schema.table`: the columns are the fields' names in snake case. */
  readonly table: string
  readonly labels: { readonly one: Label; readonly many: Label }
  readonly fields: Fields
  /** Columns of the list, in this order; the first names the record. */
  readonly list: readonly string[]
  /** Order of the list when nobody asks for another; `-` before it: falling. `createdAt` is always there. */
  readonly sort?: string
  /** Text fields that the search box looks through. */
  readonly search: readonly string[]
  /** A choice through whose values a record goes, in order: then the list can be shown as a board. */
  readonly stages?: string
  readonly access: {
    readonly read: GrantedPermission
    readonly write: GrantedPermission
    /** Who may archive and restore; whoever may write when absent. */
    readonly archive?: GrantedPermission
    /** Who may see personal fields in full; needed when there are any. */
    readonly reveal?: GrantedPermission
  }
  /** The field that holds the enterprise whose record it is (`id`: the record is the enterprise). Accounts of an enterprise see no other. */
  readonly ofEnterprise?: string
  /** Rules over several fields; each finding names the field where it shows. Asked before every write. */
  readonly check?: (values: Readonly<Record<string, unknown>>) => readonly FieldFinding[]
}

export interface FieldFinding {
  readonly field: string
  readonly text: Label
}

/** What the platform keeps of every record beside its fields. */
export interface RecordHead {
  readonly id: string
  readonly version: number
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** Account id, or `system`. */
  readonly createdBy: string
  readonly updatedAt: string
  readonly updatedBy: string
  readonly archivedAt: string | null
  /** A generated demo record. */
  readonly sample: boolean
  /** Only of kinds with personal fields: these were erased, and read as null for ever. */
  readonly erased?: boolean | undefined
}

/** The record's own values, without the columns that every zoned table has. */
export type RecordOf<K extends AnyRecordKind> = {
  readonly [Name in keyof K['fields']]: K['fields'][Name] extends Field<infer T> ? T : never
}

/** A record as it is answered: personal values masked, the names of what its refs point at beside them. */
export type RowOf<K extends AnyRecordKind> = RecordHead &
  RecordOf<K> & { readonly names: Readonly<Record<string, string | null>> }

/** Declares a kind of record; a declaration that does not hold together ends the start with all its findings. */
export function recordKind<const F extends Fields>(data: RecordKind<F>): RecordKind<F> {
  const findings = checkRecordKind(data)
  if (findings.length > 0) throw new Error(`record kind ${data.name}: ${findings.join('; ')}`)
  return data
}

/** `leadDepartmentId` → `lead_department_id`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The field that names a record of this kind. */
export function titleField(kind: AnyRecordKind): string {
  return kind.list[0] ?? 'id'
}

export function fieldOf(kind: AnyRecordKind, name: string): Field<unknown> {
  const found = kind.fields[name]
  if (!found) throw new Error(`record kind ${kind.name} has no field ${name}`)
  return found
}

const personal = new WeakMap<AnyRecordKind, readonly string[]>()

/** Kept per kind: asked for every row of every list. */
export function personalFields(kind: AnyRecordKind): readonly string[] {
  const known = personal.get(kind)
  if (known) return known
  const names = Object.keys(kind.fields).filter((name) => fieldOf(kind, name).personal !== undefined)
  personal.set(kind, names)
  return names
}
