import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const zone = z.string()
const document = z.string().trim().min(1).max(200)

/** A bond with what became of its money and of its debt. Amounts are yuan as decimal text. */
export const BondView = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  code: z.string(),
  issuedOn: z.string(),
  maturesOn: z.string(),
  amount: z.string(),
  ratePercent: z.number(),
  allotted: z.string(),
  used: z.string(),
  unallotted: z.string(),
  /** Issued and not used. */
  idle: z.string(),
  /** Calendar days since its issue. */
  age: z.int(),
  /** Money that lies longer than the rule allows. */
  idleTooLong: z.boolean(),
  /** Income over the term ÷ principal and interest; null: the income is not known. */
  coverage: z.number().nullable(),
  coverageLow: z.boolean(),
  principalPaid: z.string(),
  interestPaid: z.string(),
  works: z.array(z.object({ id: z.string(), name: z.string(), allotted: z.string(), used: z.string() })),
  uses: z.array(
    z.object({ id: z.string(), workName: z.string(), amount: z.string(), usedOn: z.string(), document: z.string() }),
  ),
  repayments: z.array(
    z.object({
      id: z.string(),
      dueOn: z.string(),
      principal: z.string(),
      interest: z.string(),
      paidOn: z.string().nullable(),
      document: z.string().nullable(),
      state: z.enum(['paid', 'late', 'soon', 'planned']),
    }),
  ),
  sample: z.boolean(),
})
export type BondView = z.infer<typeof BondView>

export const listBonds = endpoint({
  name: 'bonds.listBonds',
  method: 'GET',
  path: '/api/zones/:zone/bond-ledger',
  permission: 'bonds.read',
  effect: 'read',
  summary: { zh: '专项债：额度、使用、还本付息', en: 'Special bonds: allotment, use, repayment' },
  input: z.strictObject({ zone }),
  output: z.object({
    bonds: z.array(BondView),
    rules: z.object({ idleDays: z.int(), coverageMin: z.number(), remindDays: z.int(), source: z.string() }),
  }),
})

const one = z.strictObject({ zone, id: z.uuid(), version: z.int() })

export const scheduleBond = endpoint({
  name: 'bonds.schedule',
  method: 'POST',
  path: '/api/zones/:zone/bonds/:id/schedule',
  permission: 'bonds.write',
  effect: 'write',
  summary: { zh: '编制还本付息计划', en: 'Schedule drawn up' },
  input: one,
  output: BondView,
})

export const repayBond = endpoint({
  name: 'bonds.repay',
  method: 'POST',
  path: '/api/zones/:zone/bonds/:id/repay',
  permission: 'bonds.repay',
  effect: 'write',
  summary: { zh: '登记还本付息', en: 'Repaid' },
  input: one.extend({ repayment: z.uuid(), paidOn: z.iso.date(), document }),
  output: BondView,
})
