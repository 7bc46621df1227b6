import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { refusedValues } from '../../../platform/records/problems.ts'
import type { Registry } from '../../../platform/records/registry.ts'
import { checkValues, fieldValues } from '../../../platform/records/values.ts'
import { Enterprise } from '../../enterprises/contract/enterprise.ts'
import { proposalKinds } from '../contract.ts'

/** The kinds that can be proposed and the one that they point at. */
export const registry: Registry = new Map([Enterprise, ...proposalKinds].map((kind) => [kind.name, kind]))

/** The named kind with the check that its own form would make. */
export function checked(name: string): { readonly kind: AnyRecordKind; check(values: Values): void } {
  const kind = proposalKinds.find((one) => one.name === name)
  if (!kind) throw notFound()
  const { create } = recordEndpoints(kind)
  const check = (values: Values) => {
    const parsed = create.input.safeParse({ zone: '', ...values })
    if (!parsed.success) throw refused(kind, parsed.error)
    const given = fieldValues(kind, values)
    checkValues(kind, given, given)
  }
  return { kind, check }
}

type Values = Readonly<Record<string, unknown>>

function refused(kind: AnyRecordKind, error: unknown) {
  const issues = error instanceof z.ZodError ? error.issues : []
  const fields = [...new Set(issues.map(({ path: [field] }) => String(field ?? '')))]
  return refusedValues(
    fields.map((field) => {
      const label = kind.fields[field]?.label ?? { zh: field, en: field }
      return { field, text: { zh: `请填写正确的“${label.zh}”。`, en: `Give a valid value for: ${label.en}.` } }
    }),
  )
}
