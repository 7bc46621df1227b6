import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { yearlyOutput } from '../contract/output.ts'
import { rates } from '../contract/rate.ts'
import { cohortRule } from '../contract/rule.ts'
import * as contract from '../contract.ts'
import { cohortsOf } from './cohorts.ts'
import { figures } from './figures.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

export default defineModule({
  name: 'rates',
  figures,
  records: [cohortRule, yearlyOutput],
  grants: {
    'rates.read': staff,
    'rates.write': ['officer', 'agent'],
    'rates.readRules': staff,
    'rates.writeRules': ['leader'],
  },
  handlers: [
    handle(contract.listRates, async (db, _input, context) => {
      const cohorts = await cohortsOf(db, zoneOf(context).id, rates, context.now)
      return { rates: cohorts.map(({ view }) => view) }
    }),
    handle(contract.getCohort, async (db, { rate }, context) => {
      const [cohort] = await cohortsOf(db, zoneOf(context).id, [rate], context.now)
      if (cohort) return { view: cohort.view, rows: [...cohort.rows] }
      throw new RangeError('one rate, one cohort')
    }),
  ],
})
