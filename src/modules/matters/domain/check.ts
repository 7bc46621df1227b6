import type { Catalogue, FeeSchedule, Matter } from '../contract/catalogue.ts'
import type { Finding } from '../contract.ts'
import { noFees } from './compile.ts'
import { checkCycles } from './cycles.ts'
import { doubtfulInputs, unreadKeys } from './doubts.ts'
import { checkExpressions } from './expressions.ts'
import { parseCatalogue, parseFees } from './parse.ts'
import { checkReferences } from './references.ts'
import { warning } from './refuse.ts'

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
    ...catalogue.value.matters.flatMap(doubts),
    ...doubtfulInputs(catalogue.value),
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
  if (matter.basis.length === 0) {
    findings.push(
      warning('matters.no_basis', { matter: matter.code, field: 'basis' }, '没有法律依据', 'has no legal basis'),
    )
  }
  return findings
}
