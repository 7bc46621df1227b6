import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { fieldTypes, masks } from './field.ts'
import { filterOps } from './record-list.ts'

const Text = z.object({ zh: z.string(), en: z.string() })

/** One field as pages, forms and sheets need it. */
export const FieldView = z.object({
  name: z.string(),
  type: z.enum(fieldTypes),
  label: Text,
  unit: Text.nullable(),
  hint: Text.nullable(),
  example: z.unknown(),
  required: z.boolean(),
  writable: z.enum(['always', 'once', 'never']),
  personal: z.enum(masks).nullable(),
  /** How the list can be narrowed by it: parameters `name` (eq) and `name.<op>`. */
  filters: z.array(z.enum(filterOps)),
  options: z.array(z.object({ value: z.string(), label: Text })),
  /** Name of the kind that a ref points at. */
  to: z.string().nullable(),
  /** JSON Schema of the value: lengths, bounds, pattern. */
  schema: z.unknown(),
})
export type FieldView = z.infer<typeof FieldView>

/** A kind of record as this caller meets it. */
export const KindView = z.object({
  name: z.string(),
  path: z.string(),
  labels: z.object({ one: Text, many: Text }),
  /** The field that names a record. */
  title: z.string(),
  fields: z.array(FieldView),
  list: z.array(z.string()),
  sort: z.string(),
  sorts: z.array(z.string()),
  searchable: z.boolean(),
  /** The choice through whose values a record goes. */
  stages: z.string().nullable(),
  /** The module keeps the files of these records as papers of its own: they are shown, not taken off. */
  ownFiles: z.boolean(),
  /** `inside`: comments, files and links, which the administration keeps to itself. */
  may: z.object({
    write: z.boolean(),
    archive: z.boolean(),
    reveal: z.boolean(),
    erase: z.boolean(),
    inside: z.boolean(),
  }),
})
export type KindView = z.infer<typeof KindView>

export const listKinds = endpoint({
  name: 'records.listKinds',
  method: 'GET',
  path: '/api/zones/:zone/kinds',
  permission: 'account',
  effect: 'read',
  summary: {
    zh: '本人可查看的记录种类及其字段',
    en: 'The kinds of record that the caller may read, with their fields',
  },
  input: z.object({ zone: z.string() }),
  output: z.object({ kinds: z.array(KindView) }),
})
