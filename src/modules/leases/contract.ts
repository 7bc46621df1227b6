import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { billKinds, billStates, FreePeriod, leaseStates, RentStep, termsShape } from './contract/terms.ts'

const zone = z.string()
const Yuan = z.string()
export const LeasedUnit = z.object({ id: z.string(), code: z.string(), areaSqm: z.number() })

export const LeaseBill = z.object({
  id: z.string(),
  version: z.number().int(),
  lease: z.object({ id: z.string(), number: z.string() }),
  kind: z.enum(billKinds),
  from: z.string(),
  to: z.string(),
  amount: Yuan,
  dueOn: z.string(),
  state: z.enum(billStates),
  paidOn: z.string().nullable(),
  document: z.string().nullable(),
  receipt: z.string().nullable(),
  fileId: z.string().nullable(),
  reason: z.string().nullable(),
  /** Days past the due day while it is due; 0 otherwise. */
  daysLate: z.number().int(),
  /** By the zone's rule of that day; null: the zone has none. */
  lateFee: Yuan.nullable(),
})
export type LeaseBill = z.infer<typeof LeaseBill>

export const LeaseLine = z.object({
  id: z.string(),
  version: z.number().int(),
  number: z.string(),
  enterprise: z.object({ id: z.string(), name: z.string() }),
  units: z.array(LeasedUnit),
  areaSqm: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  endedOn: z.string().nullable(),
  state: z.enum(leaseStates),
  /** Days until the last day; below zero once it is over. */
  daysLeft: z.number().int(),
  /** Yuan per m² and month today; null before the first step. */
  rate: z.string().nullable(),
  /** Due and not paid, past its day or not; and what of it is past. */
  due: Yuan,
  arrears: Yuan,
  daysLate: z.number().int(),
  renewed: z.boolean(),
  sample: z.boolean(),
})
export type LeaseLine = z.infer<typeof LeaseLine>

const Following = z.object({ id: z.string(), number: z.string() })

export const Lease = LeaseLine.extend({
  steps: z.array(RentStep),
  freePeriods: z.array(FreePeriod),
  propertyRate: z.string(),
  noticeDays: z.number().int(),
  dueDay: z.number().int(),
  deposit: Yuan,
  depositPaidOn: z.string().nullable(),
  depositReturned: Yuan.nullable(),
  depositDeducted: Yuan.nullable(),
  depositReason: z.string().nullable(),
  depositReturnedOn: z.string().nullable(),
  bills: z.array(LeaseBill),
  /** The lease that this one goes on from, and the one that goes on from it. */
  before: Following.nullable(),
  after: Following.nullable(),
  /** What a renewal would offer; null when it was renewed or ended. */
  renewal: z
    .object({ startsOn: z.string(), endsOn: z.string(), rate: z.string(), rise: z.number().nullable() })
    .nullable(),
})
export type Lease = z.infer<typeof Lease>

const read = { method: 'GET', permission: 'leases.read', effect: 'read' } as const
const write = { method: 'POST', effect: 'write' } as const

export const listLeases = endpoint({
  ...read,
  name: 'leases.listLeases',
  path: '/api/zones/:zone/leases',
  summary: { zh: '租约', en: 'Leases' },
  input: z.strictObject({ zone, enterprise: z.uuid().optional() }),
  output: z.object({ leases: z.array(LeaseLine) }),
})

export const getLease = endpoint({
  ...read,
  name: 'leases.getLease',
  path: '/api/zones/:zone/leases/:id',
  summary: { zh: '一份租约和它的账单', en: 'One lease with its bills' },
  input: z.strictObject({ zone, id: z.uuid() }),
  output: Lease,
})

const text = (max: number) => z.string().trim().min(1).max(max)

export const signLease = endpoint({
  ...write,
  name: 'leases.signLease',
  path: '/api/zones/:zone/leases',
  permission: 'leases.sign',
  summary: { zh: '签订租约', en: 'Sign a lease' },
  input: z.strictObject({
    zone,
    number: text(60),
    enterprise: z.uuid(),
    units: z.array(z.uuid()).min(1).max(50),
    ...termsShape,
  }),
  output: Lease,
})

const one = { zone, id: z.uuid(), version: z.int() }

export const changeLease = endpoint({
  ...write,
  name: 'leases.changeLease',
  path: '/api/zones/:zone/leases/:id/change',
  permission: 'leases.sign',
  summary: { zh: '变更租约', en: 'Change the lease' },
  input: z.strictObject({ ...one, from: z.iso.date(), rate: RentStep.shape.rate, reason: text(500) }),
  output: Lease,
})

export const renewLease = endpoint({
  ...write,
  name: 'leases.renewLease',
  path: '/api/zones/:zone/leases/:id/renew',
  permission: 'leases.sign',
  summary: { zh: '续租', en: 'Renew the lease' },
  input: z.strictObject({ ...one, number: text(60), endsOn: z.iso.date(), rate: RentStep.shape.rate }),
  output: Lease,
})

export const exitLease = endpoint({
  ...write,
  name: 'leases.exitLease',
  path: '/api/zones/:zone/leases/:id/exit',
  permission: 'leases.sign',
  summary: { zh: '提前退租', en: 'End the lease early' },
  input: z.strictObject({
    ...one,
    endsOn: z.iso.date(),
    noticeOn: z.iso.date(),
    reason: text(500),
    agreed: text(500).nullable().default(null),
  }),
  output: Lease,
})

export const payDeposit = endpoint({
  ...write,
  name: 'leases.payDeposit',
  path: '/api/zones/:zone/leases/:id/pay-deposit',
  permission: 'leases.collect',
  summary: { zh: '押金到账', en: 'The deposit has come' },
  input: z.strictObject({ ...one, happenedOn: z.iso.date(), document: text(80) }),
  output: Lease,
})

export const returnDeposit = endpoint({
  ...write,
  name: 'leases.returnDeposit',
  path: '/api/zones/:zone/leases/:id/return-deposit',
  permission: 'leases.collect',
  summary: { zh: '退还押金', en: 'Give the deposit back' },
  input: z.strictObject({
    ...one,
    happenedOn: z.iso.date(),
    deducted: termsShape.deposit,
    reason: text(500).nullable().default(null),
    document: text(80),
  }),
  output: Lease,
})

export const drawBills = endpoint({
  ...write,
  name: 'leases.drawBills',
  path: '/api/zones/:zone/lease-bills/draw',
  permission: 'leases.collect',
  summary: { zh: '出账到本月', en: 'Draw the bills up to this month' },
  input: z.strictObject({ zone }),
  /** `unpriced`: pairs of readings without a price, or with a falling meter. */
  output: z.object({ drawn: z.number().int(), unpriced: z.number().int() }),
})

export const payBill = endpoint({
  ...write,
  name: 'leases.payBill',
  path: '/api/zones/:zone/lease-bills/:id/pay',
  permission: 'leases.collect',
  summary: { zh: '登记收款', en: 'Enter the payment' },
  input: z.strictObject({
    ...one,
    happenedOn: z.iso.date(),
    document: text(80),
    receipt: text(80),
    fileId: z.uuid().nullable().default(null),
  }),
  output: Lease,
})

export const waiveBill = endpoint({
  ...write,
  name: 'leases.waiveBill',
  path: '/api/zones/:zone/lease-bills/:id/waive',
  permission: 'leases.waive',
  summary: { zh: '减免', en: 'Waive' },
  input: z.strictObject({ ...one, reason: text(500) }),
  output: Lease,
})
