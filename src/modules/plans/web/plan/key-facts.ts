import type { Label } from '../../../../kernel/label.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import type { PlanNames } from '../../domain/lists/names.ts'

/** The facts that a reader knows a project by, in this order, as far as they are answered and fit one line. */
const leading = 7

/** Numbers and choices first: they tell one project from another better than a row of yes and no. */
export function keyFacts(facts: FactValues, names: PlanNames): Label[] {
  const answered = [...names.facts.keys()].flatMap((code) => {
    const value = facts[code]
    return value === undefined || value === null || typeof value === 'boolean' || value === 0 ? [] : [{ code, value }]
  })
  return answered.slice(0, leading).map(({ code, value }) => {
    const name = names.fact(code)
    const said = names.value(code, value)
    return { zh: `${name.zh} ${said.zh}`, en: `${name.en}: ${said.en}` }
  })
}
