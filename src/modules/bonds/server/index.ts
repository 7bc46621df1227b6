import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { bond } from '../contract/bond.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { viewOf } from './read.ts'
import { drawUpSchedule, repay } from './repay.ts'
import { ruleOn } from './rules.ts'
import { listStored } from './store.ts'

export default defineModule({
  name: 'bonds',
  figures,
  records: [bond],
  grants: {
    'bonds.read': ['leader', 'officer', 'operator', 'supervisor'],
    'bonds.write': ['officer', 'operator'],
    'bonds.repay': ['officer', 'operator'],
    'bonds.archive': ['leader'],
  },
  journal: {
    [bond.name]: {
      actions: {
        allot: { zh: '安排额度', en: 'Allotted' },
        takeBack: { zh: '收回额度', en: 'Taken back' },
        use: { zh: '使用资金', en: 'Used' },
        schedule: { zh: '编制还本付息计划', en: 'Schedule drawn up' },
        repay: { zh: '登记还本付息', en: 'Repaid' },
      },
    },
  },
  handlers: [
    handle(contract.listBonds, async (db, _input, context) => {
      const today = legalDayOf(context.now)
      const { idleDays, coverageMin, remindDays, source } = ruleOn(today)
      const bonds = (await listStored(db, zoneOf(context).id)).map((stored) => viewOf(stored, today))
      return { bonds, rules: { idleDays, coverageMin, remindDays, source } }
    }),
    handle(contract.scheduleBond, (db, { zone: _, ...input }, context) => drawUpSchedule(db, context, input)),
    handle(contract.repayBond, (db, { zone: _, ...input }, context) => repay(db, context, input)),
  ],
})
