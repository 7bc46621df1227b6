/** 阶段以凭证为准：开工以施工许可与现场照片齐备之日为准。A stage is reached on the day on which the last of what it asks for is there. */
import type { Day } from '../../../kernel/calendar.ts'
import { type EvidenceKind, evidenceOf, type Stage } from '../contract/stage.ts'

export interface Proof {
  readonly kind: EvidenceKind
  readonly happenedOn: Day
}

/** The day on which the evidence proves the stage; null when it does not yet. */
export function provedOn(stage: Stage, evidence: readonly Proof[]): Day | null {
  const days = evidenceOf[stage].map((group) =>
    evidence
      .filter(({ kind }) => group.includes(kind))
      .map(({ happenedOn }) => happenedOn)
      .toSorted()
      .at(0),
  )
  if (days.length === 0 || days.includes(undefined)) return null
  return days.toSorted().at(-1) ?? null
}
