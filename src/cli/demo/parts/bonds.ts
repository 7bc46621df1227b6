import { z } from 'zod'
import { bond } from '../../../modules/bonds/contract/bond.ts'
import { listBonds, repayBond, scheduleBond } from '../../../modules/bonds/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Telling } from '../script.ts'
import { sheetAct, zoneCsv } from '../sheet-act.ts'

const Told = z.strictObject({
  note: z.string(),
  /** By the name of the bond: instalments due until then are paid. */
  repaid: z.array(z.strictObject({ bond: z.string(), until: Before })),
})
type Told = z.infer<typeof Told>

function acts(telling: Telling, { repaid }: Told): Act[] {
  const { days } = telling
  const csv = zoneCsv(telling, 'bonds')
  if (csv === null) return []
  return [
    sheetAct(telling, { key: 'bonds', kind: bond, csv, at: days.at(-9, 540), by: 'officer' }),
    ...repaid.map(
      ({ bond: name, until }, i): Act => ({
        ...{ key: `bond:${i}/repaid`, at: days.at(-8, 540 + i), by: 'officer' },
        run: async ({ call, ref, id }) => {
          let view = await call(scheduleBond, { ...ref(`bonds:${name}`) })
          const { bonds } = await call(listBonds, {})
          const due = bonds.find((one) => one.id === id(`bonds:${name}`))?.repayments ?? []
          for (const { id: repayment, dueOn } of due.filter((one) => one.dueOn <= days.day(until))) {
            const paper = { paidOn: dueOn, document: `还本付息凭证 ${dueOn.slice(0, 4)}` }
            view = await call(repayBond, { id: view.id, version: view.version, repayment, ...paper })
          }
          return { [`bond:${i}`]: refOf(view) }
        },
      }),
    ),
  ]
}

/** Bonds with what was repaid of them. */
export const part = demoPart<Told>({ schema: Told, acts })
