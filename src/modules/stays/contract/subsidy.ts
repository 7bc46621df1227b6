import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const zone = z.string()
const Yuan = z.string()

/** 公寓补贴账: what the zone owes the operator beside the rents, month by month up to the last full month. */
export const Subsidies = z.object({
  /** Owed now. */
  balance: Yuan,
  months: z.array(
    z.object({
      month: z.string(),
      tenancies: z.int(),
      accrued: Yuan,
      paid: Yuan,
      lines: z.array(
        z.object({ flat: z.string(), employer: z.string(), from: z.string(), to: z.string(), amount: Yuan }),
      ),
    }),
  ),
  payments: z.array(z.object({ id: z.string(), amount: Yuan, on: z.string(), document: z.string(), by: z.string() })),
})
export type Subsidies = z.infer<typeof Subsidies>

export const readSubsidies = endpoint({
  name: 'stays.readSubsidies',
  method: 'GET',
  path: '/api/zones/:zone/apartment-subsidies',
  permission: 'stays.read',
  effect: 'read',
  summary: { zh: '公寓补贴账', en: 'Ledger of apartment subsidies' },
  input: z.strictObject({ zone }),
  output: Subsidies,
})

export const paySubsidy = endpoint({
  name: 'stays.paySubsidy',
  method: 'POST',
  path: '/api/zones/:zone/apartment-subsidies',
  permission: 'stays.paySubsidy',
  effect: 'write',
  summary: { zh: '登记补贴付款', en: 'Enter a payment of subsidy' },
  input: z.strictObject({
    zone,
    /** As the payer has read it: another payment meanwhile is told. */
    balance: z.string().regex(/^-?\d{1,16}(\.\d{1,2})?$/),
    amount: z.string().regex(/^\d{1,13}(\.\d{1,2})?$/),
    happenedOn: z.iso.date(),
    document: z.string().trim().min(1).max(80),
  }),
  output: Subsidies,
})
