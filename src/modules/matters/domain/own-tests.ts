import { checkFacts } from '../../../kernel/facts.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type Outcome, outcomeOf, type Truth } from '../../../kernel/verdict.ts'
import type { Catalogue, MatterTest } from '../contract/catalogue.ts'
import type { Finding } from '../contract.ts'
import { factTypesOf, tryCompile } from './expressions.ts'
import { error } from './refuse.ts'

const said: Readonly<Record<Outcome, { readonly zh: string; readonly en: string }>> = {
  met: { zh: '要办', en: 'it applies' },
  not_met: { zh: '不用办', en: 'it does not apply' },
  unknown: { zh: '还不能确定', en: 'it cannot be told' },
}

/** Runs every matter's own examples against its rule. A rule that does not compile is found elsewhere. */
export function checkOwnTests(catalogue: Catalogue): Finding[] {
  const types = factTypesOf(catalogue.facts)
  return catalogue.matters.flatMap((matter) => {
    const { tests = [], applies, code } = matter
    if (tests.length === 0) return []
    const verdict = verdictOf(applies, types)
    if (!verdict) return []
    return tests.flatMap((test, i) => runTest(test, verdict, { matter: code, field: `tests[${i}]` }))
  })
}

type Verdict = (test: MatterTest) => Outcome

function verdictOf(source: string, types: ReturnType<typeof factTypesOf>): Verdict | null {
  const rule = tryCompile(source, types, 'boolean')
  if (rule instanceof Problem) return null
  return ({ facts }) => outcomeOf(rule.evaluate(checkFacts(facts, types)) as Truth)
}

function runTest(test: MatterTest, verdict: Verdict, place: { matter: string; field: string }): Finding[] {
  const found = unlessRefused(() => verdict(test))
  if (found instanceof Problem) return [error('matters.bad_test', place, found.text.zh, found.text.en)]
  if (found === test.expect) return []
  const [wanted, got] = [said[test.expect], said[found]]
  return [
    error(
      'matters.test_failed',
      place,
      `自带的例子“${test.name}”应为“${wanted.zh}”，按规则算出“${got.zh}”`,
      `its own example "${test.name}" says ${wanted.en}, but by the rule ${got.en}`,
    ),
  ]
}

function unlessRefused<T>(work: () => T): T | Problem {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Problem) return cause
    throw cause
  }
}
