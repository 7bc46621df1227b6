import type { KindView } from '../../../../kernel/kind-view.ts'
import type { Label } from '../../../../kernel/label.ts'
import { groupsOfField, partsOfGroup } from '../../../../kernel/record-group.ts'

export interface GroupWay {
  readonly by: string
  readonly label: Label
}

const spans: Readonly<Record<string, Label>> = {
  month: { zh: '（按月）', en: ' (month)' },
  year: { zh: '（按年）', en: ' (year)' },
}

/** By what the list of a kind can be grouped. */
export function groupWays(kind: KindView): readonly GroupWay[] {
  return kind.fields
    .filter(({ personal }) => personal === null)
    .flatMap(({ name, type, filters, label }) =>
      groupsOfField(name, { type, filters }).map((by) => {
        const span = spans[partsOfGroup(by).span ?? '']
        return { by, label: span ? { zh: label.zh + span.zh, en: label.en + span.en } : label }
      }),
    )
}
