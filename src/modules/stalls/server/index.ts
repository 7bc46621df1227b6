import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { stallRule } from '../contract/rule.ts'
import { stall } from '../contract/stall.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { readFindings } from './findings.ts'
import { confirm, dismiss, findingKind } from './judge.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const
const judges = ['officer', 'leader', 'supervisor'] as const

export default defineModule({
  name: 'stalls',
  figures,
  records: [stall, stallRule],
  grants: {
    'stalls.read': staff,
    'stalls.write': judges,
    'stalls.judge': judges,
    'stalls.readRules': staff,
    'stalls.writeRules': ['leader'],
  },
  journal: {
    [findingKind]: {
      label: { zh: '五未待看项', en: 'Stall found by rule' },
      actions: { confirmFinding: contract.confirmFinding.summary, dismissFinding: contract.dismissFinding.summary },
    },
  },
  handlers: [
    handle(contract.listFindings, (db, { project }, context) =>
      readFindings(db, zoneOf(context).id, { now: context.now, project }),
    ),
    handle(contract.confirmFinding, (db, input, context) => confirm(db, context, input)),
    handle(contract.dismissFinding, (db, input, context) => dismiss(db, context, input)),
  ],
})
