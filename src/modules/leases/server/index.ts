import { isOutsider } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { readBoard } from '../contract/board.ts'
import { Reading, Tariff } from '../contract/reading.ts'
import { Rule } from '../contract/rule.ts'
import { previewSplit, splitSharedCost } from '../contract/shared.ts'
import * as contract from '../contract.ts'
import { board } from './board.ts'
import { pay, waive } from './collect.ts'
import { billKind, drawAll } from './draw.ts'
import { figures } from './figures.ts'
import { readLease, readLeases } from './read.ts'
import { round, roundKind, setRound } from './round.ts'
import { preview, share, sharedKind } from './shared.ts'
import { leaseKind, sign } from './sign.ts'
import * as steps from './steps.ts'
import { billsIn, leasesIn } from './store.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

export default defineModule({
  name: 'leases',
  figures,
  records: [Rule, Reading, Tariff],
  grants: {
    'leases.read': [...staff, 'enterprise'],
    'leases.oversee': staff,
    'leases.sign': ['operator'],
    'leases.collect': ['operator'],
    /** Who waives is not who collects. */
    'leases.waive': ['leader', 'officer'],
    'leases.rule': ['officer', 'leader'],
  },
  journal: {
    [leaseKind]: {
      label: { zh: '租约', en: 'Lease' },
      actions: { renewed: { zh: '已续租', en: 'Renewed by another lease' } },
    },
    [sharedKind]: { label: { zh: '公摊费用', en: 'Cost of shared parts' } },
    [billKind]: { label: { zh: '租赁账单', en: 'Bill of a lease' }, actions: { draw: { zh: '出账', en: 'Drawn' } } },
  },
  traces: {
    [leaseKind]: {
      of: 'enterprises.enterprise',
      needs: 'leases.read',
      find: async (db, id, context) => {
        const rows = await leasesIn(db, zoneOf(context).id, context.caller).where('enterprise_id', '=', id).execute()
        return rows.map((row) => ({ id: row.id, name: row.number }))
      },
    },
  },
  timers: { [roundKind]: round },
  fileAccess: {
    [billKind]: async (db, id, context) => {
      const { caller } = context
      const bill = await billsIn(db, zoneOf(context).id).where('id', '=', id).executeTakeFirst()
      if (!bill || !caller.permissions.has('leases.read')) return false
      return !isOutsider(caller) || bill.enterprise_id === caller.enterpriseId
    },
  },
  handlers: [
    handle(contract.listLeases, async (db, { enterprise }, context) => ({
      leases: await readLeases(db, context, { enterprise }),
    })),
    handle(contract.getLease, (db, { id }, context) => readLease(db, context, id)),
    handle(readBoard, (db, _input, context) => board(db, context)),
    handle(contract.signLease, async (db, input, context) =>
      readLease(db, context, (await sign(db, context, input)).id),
    ),
    handle(contract.changeLease, async (db, input, context) => {
      await steps.change(db, context, input)
      return readLease(db, context, input.id)
    }),
    handle(contract.renewLease, async (db, input, context) =>
      readLease(db, context, await steps.renew(db, context, input)),
    ),
    handle(contract.exitLease, async (db, input, context) => {
      await steps.exit(db, context, input)
      return readLease(db, context, input.id)
    }),
    handle(contract.payDeposit, async (db, input, context) => {
      await steps.takeDeposit(db, context, input)
      return readLease(db, context, input.id)
    }),
    handle(contract.returnDeposit, async (db, input, context) => {
      await steps.giveDepositBack(db, context, input)
      return readLease(db, context, input.id)
    }),
    handle(contract.drawBills, async (db, _input, context) => {
      const drawn = await drawAll(db, context)
      await setRound(db, context)
      return drawn
    }),
    handle(previewSplit, (db, input, context) => preview(db, context, input)),
    handle(splitSharedCost, (db, input, context) => share(db, context, input)),
    handle(contract.payBill, async (db, input, context) => readLease(db, context, await pay(db, context, input))),
    handle(contract.waiveBill, async (db, input, context) => readLease(db, context, await waive(db, context, input))),
  ],
})
