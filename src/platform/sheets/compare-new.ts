import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import type { RowIssue } from '../../kernel/sheet-view.ts'
import type { Acting, Values } from '../journal/record.ts'
import { ownValues, present } from '../records/create.ts'
import { checkValues, fieldValues } from '../records/values.ts'
import type { KeptRow } from './compared.ts'
import { type Given, titleOf } from './given.ts'
import { issuesOf, missingValue, notByHand } from './row-issues.ts'

/** A line that is no record yet, held against what `create` would ask. */
export function compareNew(kind: AnyRecordKind, acting: Acting, given: Given): KeptRow {
  const values = present(given.values)
  const { issues, warnings } = checked(kind, acting, { given, values })
  return {
    ...{ number: given.raw.number, state: issues.length > 0 ? 'bad' : 'new', ...titleOf(kind, given), values },
    ...(Object.keys(given.names).length > 0 && { names: given.names }),
    ...(issues.length > 0 && { issues }),
    ...(warnings.length > 0 && { warnings }),
  }
}

function checked(
  kind: AnyRecordKind,
  acting: Acting,
  { given, values }: { readonly given: Given; readonly values: Values },
) {
  const issues: RowIssue[] = [...given.issues]
  let whole = values
  try {
    whole = ownValues(kind, acting, values)
  } catch (error) {
    issues.push(...issuesOf(error))
  }
  const wrong = new Set(issues.map(({ field }) => field))
  for (const name of Object.keys(kind.fields)) {
    if (wrong.has(name)) continue
    const field = fieldOf(kind, name)
    const there = whole[name] !== undefined && whole[name] !== ''
    if (field.writable === 'never') {
      if (there) issues.push(notByHand(name))
    } else if (field.required && !there) issues.push(missingValue(name))
  }
  // Rules over the whole record expect what it needs: they are asked once each value can be read.
  if (issues.length > 0) return { issues, warnings: [] }
  try {
    const asked = fieldValues(kind, whole)
    const warnings = checkValues(kind, asked, asked).map(({ field, zh, en }) => ({ field, zh, en }))
    return { issues, warnings }
  } catch (error) {
    return { issues: issuesOf(error), warnings: [] }
  }
}
