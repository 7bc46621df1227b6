import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { meter } from '../contract/meter.ts'
import { reading } from '../contract/reading.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { yearsOf } from './read.ts'
import { ruleOn } from './rules.ts'

export default defineModule({
  name: 'meters',
  figures,
  records: [meter, reading],
  grants: {
    'meters.read': ['leader', 'officer', 'operator', 'supervisor'],
    'meters.write': ['operator', 'officer'],
  },
  handlers: [
    handle(contract.listMeterYears, async (db, input, context) => {
      const today = legalDayOf(context.now)
      const rule = ruleOn(today)
      const year = input.year ?? Number(today.slice(0, 4))
      const meters = await yearsOf(db, zoneOf(context).id, { year, today, rule })
      return { year, meters, rule: { jumpFactor: rule.jumpFactor, overMonths: rule.overMonths, source: rule.source } }
    }),
  ],
})
