import { defineModule, handle } from '../../../platform/module.ts'
import { Application } from '../contract/application.ts'
import { LevelRule } from '../contract/level.ts'
import { Batch, Stay } from '../contract/reception.ts'
import { paySubsidy, readSubsidies as subsidiesDoor } from '../contract/subsidy.ts'
import * as contract from '../contract.ts'
import { allot, end, extend, tenancyKind } from './decide.ts'
import { figures } from './figures.ts'
import { readFlats } from './read.ts'
import { round, roundKind, setRound } from './round.ts'
import { pay, readSubsidies, subsidyKind } from './subsidies.ts'

const staff = ['leader', 'officer', 'agent', 'operator', 'supervisor'] as const

export default defineModule({
  name: 'stays',
  figures,
  records: [LevelRule, Batch, Stay, Application],
  grants: {
    'stays.read': staff,
    'stays.write': ['operator', 'officer'],
    'stays.rule': ['officer', 'leader'],
    /** An employer sees the places of its own people. */
    'stays.follow': [...staff, 'enterprise'],
    'stays.apply': ['agent', 'officer', 'operator', 'enterprise'],
    'stays.allot': ['operator'],
    /** Who pays is not who is paid. */
    'stays.paySubsidy': ['officer'],
    'stays.reveal': ['officer', 'operator', 'enterprise'],
  },
  journal: {
    [tenancyKind]: {
      label: { zh: '人才公寓租住', en: 'Tenancy of a talent apartment' },
      actions: {
        allot: { zh: '分配公寓', en: 'Flat allotted' },
        expire: { zh: '期满结束', en: 'Ended by the day' },
      },
    },
    [subsidyKind]: {
      label: { zh: '公寓补贴付款', en: 'Payment of an apartment subsidy' },
      actions: { paySubsidy: { zh: '登记付款', en: 'Paid' } },
    },
  },
  timers: { [roundKind]: round },
  handlers: [
    handle(contract.readFlats, (db, _input, context) => readFlats(db, context)),
    handle(contract.allotFlat, async (db, input, context) => {
      await allot(db, context, input)
      await setRound(db, context)
      return readFlats(db, context)
    }),
    handle(contract.extendTenancy, async (db, input, context) => {
      await extend(db, context, input)
      await setRound(db, context)
      return readFlats(db, context)
    }),
    handle(contract.endTenancy, async (db, input, context) => {
      await end(db, context, input)
      return readFlats(db, context)
    }),
    handle(subsidiesDoor, (db, _input, context) => readSubsidies(db, context)),
    handle(paySubsidy, async (db, input, context) => {
      await pay(db, context, input)
      return readSubsidies(db, context)
    }),
  ],
})
