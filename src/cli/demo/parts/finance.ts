import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { Need } from '../../../modules/finance/contract/need.ts'
import { FinanceProduct } from '../../../modules/finance/contract/product.ts'
import { acceptProduct, decideOffer, forwardOffer } from '../../../modules/finance/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Stage, type Telling } from '../script.ts'

const values = z.record(z.string(), z.unknown())

const Told = z.strictObject({
  note: z.string(),
  on: Before,
  products: z.array(z.strictObject({ key: z.string(), values })),
  needs: z.array(
    z.strictObject({
      key: z.string(),
      enterprise: z.string(),
      by: z.string(),
      on: Before,
      /** Needed so many calendar days after the last working day before the demonstration. */
      neededIn: z.int().min(1),
      values,
      chosen: z
        .strictObject({
          product: z.string(),
          by: z.string(),
          on: Before,
          forwarded: Before.optional(),
          granted: z.strictObject({ on: Before, amountYuan: z.string(), note: z.string() }).optional(),
        })
        .optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

const doors = { need: recordEndpoints(Need).create, product: recordEndpoints(FinanceProduct).create }

/** Products of banks and funds, needs of enterprises, and what was chosen and became of it. */
function acts(telling: Telling, { on, products, needs }: Told): Act[] {
  const offered = products.map(
    ({ key, values: given }, i): Act => ({
      ...{ key: `product:${key}`, at: telling.days.at(on, 500 + i), by: 'officer' },
      run: async ({ call }) => kept(`product:${key}`, await call(doors.product, given)),
    }),
  )
  return [...offered, ...needs.flatMap((need) => needActs(telling, need))]
}

function needActs({ days }: Telling, need: Told['needs'][number]): Act[] {
  const name = `need:${need.key}`
  const last = Date.parse(`${days.day(-1)}T00:00:00Z`)
  const neededBy = new Date(last + need.neededIn * 86_400_000).toISOString().slice(0, 10)
  const made: Act[] = [
    {
      ...{ key: name, at: days.at(need.on, 690), by: need.by },
      run: async ({ call, id }) => {
        const enterpriseId = id(`enterprise:${need.enterprise}`)
        return kept(name, await call(doors.need, { ...need.values, neededBy, open: 'yes', enterpriseId }))
      },
    },
  ]
  const { chosen } = need
  if (!chosen) return made
  const offer = `offer:${need.key}`
  const step = (
    key: string,
    at: Date,
    by: string,
    run: (stage: Stage) => Promise<{ offers: readonly Ref[] }>,
  ): Act => ({
    ...{ key: `${offer}/${key}`, at, by },
    run: async (stage) => {
      const [first] = (await run(stage)).offers
      return first ? { [offer]: { id: first.id, version: first.version } } : {}
    },
  })
  made.push(
    step('accept', days.at(chosen.on, 700), chosen.by, ({ call, id }) =>
      call(acceptProduct, { id: id(name), product: id(`product:${chosen.product}`) }),
    ),
  )
  if (chosen.forwarded !== undefined) {
    made.push(
      step('forward', days.at(chosen.forwarded, 710), 'officer', ({ call, ref }) =>
        call(forwardOffer, { ...ref(offer), note: '已交客户经理。' }),
      ),
    )
  }
  const { granted } = chosen
  if (granted) {
    made.push(
      step('grant', days.at(granted.on, 720), 'officer', ({ call, ref }) =>
        call(decideOffer, { ...ref(offer), granted: true, amountYuan: granted.amountYuan, note: granted.note }),
      ),
    )
  }
  return made
}

interface Ref {
  readonly id: string
  readonly version: number
}

/** @public Found by its folder. */
export const part = demoPart({ schema: Told, acts })
