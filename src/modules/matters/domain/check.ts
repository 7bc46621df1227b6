import type { Catalogue, FeeSchedule, Matter } from '../contract/catalogue.ts'
import type { Finding } from '../contract.ts'
import { noFees } from './compile.ts'
import { checkCycles } from './cycles.ts'
import { deadRules } from './dead-rules.ts'
import { doubtfulInputs, unreadKeys } from './doubts.ts'
import { checkExpressions } from './expressions.ts'
import { checkOwnTests } from './own-tests.ts'
import { parseCatalogue, parseFees } from './parse.ts'
import { checkReferences } from './references.ts'
import { warning } from './refuse.ts'
import { unreadFacts } from './unread-facts.ts'

export interface CheckedCatalogue {
  readonly findings: readonly Finding[]
  /** Present when the shapes fit; an import also asks that no finding is an error. */
  readonly catalogue: Catalogue | null
  readonly fees: FeeSchedule | null
}

/** Everything that can be said of a catalogue file before it is used: shape, codes, references, rules, circles, limits. */
export function checkCatalogue(rawCatalogue: unknown, rawFees: unknown = noFees): CheckedCatalogue {
  const catalogue = parseCatalogue(rawCatalogue)
  const fees = parseFees(rawFees)
  if (catalogue.value === null || fees.value === null) {
    return { findings: [...catalogue.findings, ...fees.findings], catalogue: catalogue.value, fees: fees.value }
  }
  const findings = [
    ...checkReferences(catalogue.value, fees.value),
    ...checkExpressions(catalogue.value, fees.value),
    ...checkCycles(catalogue.value),
    ...checkOwnTests(catalogue.value),
    ...catalogue.value.matters.flatMap(doubts),
    ...doubtfulInputs(catalogue.value),
    ...deadRules(catalogue.value),
    ...unreadFacts(catalogue.value, fees.value),
    ...unreadKeys(rawCatalogue),
  ]
  return { findings, catalogue: catalogue.value, fees: fees.value }
}

/** What is allowed but deserves a second look. */
function doubts(matter: Matter): Finding[] {
  const { statutory, committed } = matter.handling
  const findings: Finding[] = []
  if (statutory.unit === committed.unit && committed.days > statutory.days) {
    findings.push(
      warning(
        'matters.promise_longer',
        { matter: matter.code, field: 'handling.committed' },
        `承诺时限（${committed.days}）长于法定时限（${statutory.days}）`,
        `the promised limit (${committed.days}) is longer than the statutory one (${statutory.days})`,
      ),
    )
  }
  findings.push(...belowFloor(matter))
  if (matter.basis.length === 0) {
    findings.push(
      warning('matters.no_basis', { matter: matter.code, field: 'basis' }, '没有法律依据', 'has no legal basis'),
    )
  }
  return findings
}

/** A limit under the legal minimum of the matter can be written, and never be kept: plans use the minimum. */
function belowFloor({ code, handling }: Matter): Finding[] {
  const { floor } = handling
  if (!floor) return []
  return (['statutory', 'committed'] as const)
    .filter((which) => handling[which].unit === floor.unit && handling[which].days < floor.days)
    .map((which) =>
      warning(
        'matters.below_floor',
        { matter: code, field: `handling.${which}` },
        `${handling[which].days} 短于法定下限 ${floor.days}，方案仍按下限计算`,
        `${handling[which].days} is below the legal minimum ${floor.days}: plans use the minimum`,
      ),
    )
}
