import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { need } from '../contract/need.ts'
import * as contract from '../contract.ts'
import { enter } from './enter.ts'
import { figures } from './figures.ts'
import { viewsOf } from './read.ts'
import { listStored } from './store.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

export default defineModule({
  name: 'guarantees',
  figures,
  records: [need],
  grants: {
    'guarantees.read': staff,
    'guarantees.write': ['agent', 'officer', 'promoter'],
    'guarantees.promise': ['officer', 'leader', 'operator'],
  },
  journal: {
    [need.name]: {
      actions: {
        promise: { zh: '承诺保障', en: 'Promised' },
        deliver: { zh: '要素到位', en: 'Delivered' },
      },
    },
  },
  handlers: [
    handle(contract.listGuarantees, async (db, { project }, context) => ({
      guarantees: await viewsOf(db, context, await listStored(db, zoneOf(context).id, project)),
    })),
    handle(contract.promiseElement, (db, { zone: _, ...input }, context) =>
      enter(db, context, { ...input, kind: 'promise', happenedOn: legalDayOf(context.now) }),
    ),
    handle(contract.deliverElement, (db, { zone: _, ...input }, context) =>
      enter(db, context, { ...input, kind: 'delivery', dueOn: null }),
    ),
  ],
})
