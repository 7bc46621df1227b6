import { z } from 'zod'

const day = z.iso.date()
/** Yuan per m² and month. */
const rate = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/)
const yuan = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/)

/** From this day on the rent is so many yuan per m² and month, until the next step. */
export const RentStep = z.strictObject({ from: day, rate })
export type RentStep = z.infer<typeof RentStep>

/** Days without rent (免租期), both included; the property fee runs on. */
export const FreePeriod = z.strictObject({ from: day, to: day })
export type FreePeriod = z.infer<typeof FreePeriod>

/** What both sides sign. Both days of the term belong to it. */
export const termsShape = {
  startsOn: day,
  endsOn: day,
  steps: z.array(RentStep).min(1).max(30),
  freePeriods: z.array(FreePeriod).max(10).default([]),
  propertyRate: rate.default('0'),
  deposit: yuan,
  noticeDays: z.int().min(0).max(365),
  /** Day of the month on which the month's bill is due. */
  dueDay: z.int().min(1).max(28),
} as const

export const leaseStates = ['future', 'running', 'ended'] as const
export type LeaseState = (typeof leaseStates)[number]

export const leaseStateLabels: Readonly<Record<LeaseState, { readonly zh: string; readonly en: string }>> = {
  future: { zh: '未到起租日', en: 'Not begun' },
  running: { zh: '在租', en: 'Running' },
  ended: { zh: '已结束', en: 'Ended' },
}

/** Shares in what the shared parts of a building used (公摊). */
const sharedKinds = ['sharedWater', 'sharedPower', 'sharedGas', 'sharedHeat'] as const
export const billKinds = ['rent', 'property', 'water', 'power', 'gas', 'heat', ...sharedKinds, 'settlement'] as const
export type BillKind = (typeof billKinds)[number]

export const billKindLabels: Readonly<Record<BillKind, { readonly zh: string; readonly en: string }>> = {
  rent: { zh: '租金', en: 'Rent' },
  property: { zh: '物业费', en: 'Property fee' },
  water: { zh: '水费', en: 'Water' },
  power: { zh: '电费', en: 'Power' },
  gas: { zh: '燃气费', en: 'Gas' },
  heat: { zh: '用热费', en: 'Heat' },
  sharedWater: { zh: '公摊水费', en: 'Shared water' },
  sharedPower: { zh: '公摊电费', en: 'Shared power' },
  sharedGas: { zh: '公摊燃气费', en: 'Shared gas' },
  sharedHeat: { zh: '公摊用热费', en: 'Shared heat' },
  settlement: { zh: '退租多收退还', en: 'Given back at exit' },
}

export const billStates = ['due', 'paid', 'waived', 'void'] as const
export type BillState = (typeof billStates)[number]

export const billStateLabels: Readonly<Record<BillState, { readonly zh: string; readonly en: string }>> = {
  due: { zh: '待缴', en: 'Due' },
  paid: { zh: '已缴', en: 'Paid' },
  waived: { zh: '已减免', en: 'Waived' },
  void: { zh: '作废', en: 'Void' },
}
