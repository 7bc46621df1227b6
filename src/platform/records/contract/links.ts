import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import type { Label } from '../../../kernel/label.ts'

const zone = z.string()
const base = '/api/zones/:zone/links'
const kind = z.string().max(100)

/** How one record has to do with another. */
export const relations = ['related', 'duplicateOf', 'partOf', 'follows'] as const
export type Relation = (typeof relations)[number]

/** What a relation is called from the record that states it, and from the other. */
export const relationLabels: Readonly<Record<Relation, { readonly from: Label; readonly to: Label }>> = {
  related: { from: { zh: '相关', en: 'Related to' }, to: { zh: '相关', en: 'Related to' } },
  duplicateOf: { from: { zh: '重复，以此为准', en: 'Duplicate of' }, to: { zh: '有重复', en: 'Has the duplicate' } },
  partOf: { from: { zh: '属于', en: 'Part of' }, to: { zh: '包含', en: 'Contains' } },
  follows: { from: { zh: '承接自', en: 'Follows' }, to: { zh: '后续', en: 'Followed by' } },
}

export const RecordLink = z.object({
  id: z.string(),
  version: z.number().int(),
  relation: z.enum(relations),
  /** Whether the record that was asked for states it. */
  forward: z.boolean(),
  other: z.object({
    kind: z.string(),
    id: z.string(),
    label: z.object({ zh: z.string(), en: z.string() }),
    /** Null where the caller may not read it, or its name is personal. */
    title: z.string().nullable(),
    /** Its kind's place in addresses; null where the caller may not read it. */
    path: z.string().nullable(),
  }),
})
export type RecordLink = z.infer<typeof RecordLink>

export const listLinks = endpoint({
  name: 'records.listLinks',
  method: 'GET',
  path: base,
  permission: 'account',
  effect: 'read',
  summary: { zh: '与一条记录关联的记录', en: 'Records linked with a record' },
  input: z.object({ zone, kind, record: z.uuid() }),
  output: z.object({ links: z.array(RecordLink), mayChange: z.boolean() }),
})

export const addLink = endpoint({
  name: 'records.addLink',
  method: 'POST',
  path: base,
  permission: 'account',
  effect: 'write',
  summary: { zh: '把两条记录关联起来', en: 'Link two records' },
  input: z.object({ zone, kind, record: z.uuid(), relation: z.enum(relations), toKind: kind, to: z.uuid() }),
  output: z.object({ id: z.string() }),
})

export const removeLink = endpoint({
  name: 'records.removeLink',
  method: 'POST',
  path: `${base}/:id/remove`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '取消关联', en: 'Remove a link' },
  input: z.object({ zone, id: z.uuid(), version: z.int().min(1) }),
  output: z.object({}),
})
