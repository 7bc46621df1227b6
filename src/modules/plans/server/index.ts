import type { Database } from '../../../platform/module.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { currentCatalogue } from '../../matters/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { PlanRequest } from '../contract/request.ts'
import * as contract from '../contract.ts'
import { adviseOn } from '../domain/advice.ts'
import { comparePlans } from '../domain/compare.ts'
import { guideOf } from '../domain/guide.ts'
import { planOf } from '../domain/plan.ts'
import type { PlanInput } from '../domain/request.ts'
import { scenariosOf } from '../domain/scenarios.ts'
import { explain } from '../domain/why.ts'
import { answerDocument, answerSheet } from './files.ts'

interface Given {
  readonly compiled: CompiledCatalogue
  readonly input: PlanInput
}

/** The catalogue in force and the calendar of the zone that the request names, or the statutory one. */
async function givenFor(db: Database, request: PlanRequest): Promise<Given> {
  const { compiled } = await currentCatalogue(db)
  return { compiled, input: { ...request, calendar: await zoneCalendar(db, request.zone) } }
}

/** Every endpoint here computes: nothing is stored, so nothing is asked of the caller but facts. */
export default defineModule({
  name: 'plans',
  handlers: [
    handle(contract.computePlan, async (db, request) => {
      const { compiled, input } = await givenFor(db, request)
      return planOf(compiled, input)
    }),
    handle(contract.compareScenarios, async (db, request) => {
      const { compiled, input } = await givenFor(db, request)
      return { scenarios: scenariosOf(compiled, input) }
    }),
    handle(contract.advisePlan, async (db, request) => {
      const { compiled, input } = await givenFor(db, request)
      return adviseOn(compiled, input)
    }),
    handle(contract.askNext, async (db, request) => {
      const { compiled, input } = await givenFor(db, request)
      return guideOf(compiled, input)
    }),
    handle(contract.explainMatter, async (db, { matter, ...request }, { now }) => {
      const { compiled, input } = await givenFor(db, { ...request, start: now.toISOString().slice(0, 10) })
      return explain(compiled, input, matter)
    }),
    handle(contract.comparePlans, async (db, { before, after }) => {
      const old = await givenFor(db, before)
      const next = await givenFor(db, after)
      return comparePlans(planOf(old.compiled, old.input), planOf(next.compiled, next.input))
    }),
    handle(contract.planSheet, answerSheet),
    handle(contract.planDocument, answerDocument),
  ],
})
