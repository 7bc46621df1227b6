import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { currencies, paymentBases } from './words.ts'

const zone = z.string()
const amount = z.string().regex(/^\d{1,16}(\.\d{1,2})?$/)

/** One line of the ledger; `yuan` is negative for a counter-entry. */
export const LedgerEntry = z.object({
  id: z.string(),
  happenedOn: z.string(),
  basis: z.enum(paymentBases),
  currency: z.enum(currencies),
  amount: z.string(),
  /** Yuan for one of the currency, on that day. */
  rate: z.string(),
  yuan: z.string(),
  document: z.string(),
  fileId: z.string().nullable(),
  fileName: z.string().nullable(),
  /** The entry that this one takes back, and the one that takes this back. */
  counterOf: z.string().nullable(),
  counteredBy: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

export const LedgerLine = z.object({
  agreement: z.object({
    id: z.string(),
    title: z.string(),
    signedOn: z.string().nullable(),
    investUntil: z.string().nullable(),
  }),
  lead: z.object({ id: z.string(), company: z.string() }),
  signedYuan: z.string(),
  /** By basis, never added to one another. */
  paid: z.record(z.enum(paymentBases), z.string()),
  /** Bank receipts against what was signed, 0 to 1 and above; null when nothing was signed for money. */
  share: z.number().nullable(),
  entries: z.array(LedgerEntry),
})
export type LedgerLine = z.infer<typeof LedgerLine>

export const getLedger = endpoint({
  name: 'promotion.getLedger',
  method: 'GET',
  path: '/api/zones/:zone/paid-in',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '到位资金台账：签约与到位', en: 'Ledger of paid-in investment: signed against paid in' },
  input: z.strictObject({ zone, agreement: z.uuid().optional() }),
  output: z.object({
    lines: z.array(LedgerLine),
    signedYuan: z.string(),
    paid: z.record(z.enum(paymentBases), z.string()),
  }),
})

const Payment = z.strictObject({
  agreement: z.uuid(),
  happenedOn: z.iso.date(),
  basis: z.enum(paymentBases),
  currency: z.enum(currencies),
  amount,
  /** Needed for another currency than yuan. */
  rate: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/)
    .nullable()
    .default(null),
  document: z.string().trim().min(1).max(200),
  fileId: z.uuid().nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
})

export const enterPayment = endpoint({
  name: 'promotion.enterPayment',
  method: 'POST',
  path: '/api/zones/:zone/paid-in',
  permission: 'promotion.pay',
  effect: 'write',
  summary: { zh: '登记到位资金，附凭证', en: 'Enter paid-in money with its proof' },
  input: Payment.extend({ zone }),
  output: LedgerLine,
})

export const counterPayment = endpoint({
  name: 'promotion.counterPayment',
  method: 'POST',
  path: '/api/zones/:zone/paid-in/:id/counter',
  permission: 'promotion.pay',
  effect: 'write',
  summary: { zh: '红字冲销一笔到位资金', en: 'Take an entry back by a counter-entry' },
  input: z.strictObject({ zone, id: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: LedgerLine,
})
