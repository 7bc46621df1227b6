import { z } from 'zod'
import type { OutputOf } from '../../kernel/endpoint.ts'
import type { Field } from '../../kernel/field.ts'
import type { FieldView, KindView, listKinds } from '../../kernel/kind-view.ts'
import { type AnyRecordKind, fieldOf, personalFields } from '../../kernel/record-kind.ts'
import { opsOf, sortsOf } from '../../kernel/record-list.ts'
import { isOutsider } from '../access/caller.ts'
import type { Caller } from '../module.ts'

/** The kinds that the caller may read. `keepers`: kinds whose modules say themselves who sees their files. */
export function describeKinds(
  { kinds, keepers }: { readonly kinds: readonly AnyRecordKind[]; readonly keepers: ReadonlySet<string> },
  caller: Caller,
): OutputOf<typeof listKinds> {
  const mine = kinds.filter((kind) => caller.permissions.has(kind.access.read))
  return { kinds: mine.map((kind) => ({ ...kindView(kind, caller), ownFiles: keepers.has(kind.name) })) }
}

function kindView(kind: AnyRecordKind, caller: Caller): Omit<KindView, 'ownFiles'> {
  const { permissions } = caller
  const { write, archive = write, reveal } = kind.access
  const personal = personalFields(kind).length > 0
  return {
    name: kind.name,
    path: kind.path,
    labels: kind.labels,
    title: kind.list[0] ?? 'id',
    fields: Object.keys(kind.fields).map((name) => fieldView(name, fieldOf(kind, name))),
    list: [...kind.list],
    sort: kind.sort ?? '-createdAt',
    sorts: [...sortsOf(kind)],
    searchable: kind.search.length > 0,
    stages: kind.stages ?? null,
    may: {
      write: permissions.has(write),
      archive: permissions.has(archive),
      reveal: personal && reveal !== undefined && permissions.has(reveal),
      erase: personal && permissions.has('records.erase'),
      inside: !isOutsider(caller),
    },
  }
}

function fieldView(name: string, field: Field<unknown>): FieldView {
  return {
    name,
    type: field.type,
    label: field.label,
    unit: field.unit ?? null,
    hint: field.hint ?? null,
    example: field.example,
    required: field.required,
    writable: field.writable,
    personal: field.personal ?? null,
    filters: [...opsOf(field)],
    options: Object.entries(field.options ?? {}).map(([value, label]) => ({ value, label })),
    to: field.to ?? null,
    schema: z.toJSONSchema(field.schema as z.ZodType, { io: 'input', unrepresentable: 'any' }),
  }
}
