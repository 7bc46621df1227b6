import type { FieldView } from '../../../kernel/kind-view.ts'
import type { Row } from './doors.ts'
import { changedNames, sameTyped, type TypedValues, typedValues } from './form-values.ts'

export interface Clash {
  readonly field: FieldView
  readonly mine: TypedValues[string]
}

interface Mine {
  readonly typed: TypedValues
  readonly base: Row
}

/** Fields that both have changed, to different values: somebody must choose. A personal value cannot be compared and counts as one. */
export function clashesOf(fields: readonly FieldView[], { typed, base }: Mine, latest: Row): readonly Clash[] {
  const before = typedValues(fields, base)
  const now = typedValues(fields, latest)
  const changed = changedNames(fields, typed, before)
  return fields.flatMap((field) => {
    const { name } = field
    const theirs = !sameStored(base[name], latest[name])
    const differ = field.personal !== null || !sameTyped(typed[name], now[name])
    return theirs && differ && changed.includes(name) ? [{ field, mine: typed[name] ?? '' }] : []
  })
}

function sameStored(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

/** The form to go on from: the record as it is now, with what was typed where it is kept. */
export function settled(
  fields: readonly FieldView[],
  mine: Mine,
  settlement: { latest: Row; theirs: ReadonlySet<string> },
) {
  const changed = changedNames(fields, mine.typed, typedValues(fields, mine.base))
  const kept = changed.filter((name) => !settlement.theirs.has(name))
  return {
    ...typedValues(fields, settlement.latest),
    ...Object.fromEntries(kept.map((name) => [name, mine.typed[name] ?? ''])),
  }
}
