import { z } from 'zod'
import { drawSample } from '../../../modules/commitments/contract/samples.ts'
import { manualCauses } from '../../../modules/credit/contract/causes.ts'
import { applyRepair, decideRepair, getCredit, recordCredit } from '../../../modules/credit/contract.ts'
import { demoPart } from '../part.ts'
import type { Act, Stage, Telling } from '../script.ts'

const day = z.int().max(-1).min(-450)

/** Penalties and honours with their documents, repairs of them, and samples of commitments. */
const Told = z.strictObject({
  entries: z.array(
    z.strictObject({
      enterprise: z.string(),
      cause: z.enum(manualCauses),
      on: day,
      document: z.string(),
      note: z.string(),
      repair: z
        .strictObject({
          by: z.string(),
          on: day,
          reason: z.string(),
          decided: z.strictObject({ on: day, grant: z.boolean(), reason: z.string() }).optional(),
        })
        .optional(),
    }),
  ),
  samples: z.array(z.strictObject({ on: day, days: z.int() })),
})

async function entryOf({ call, id }: Stage, enterprise: string, document: string) {
  const { entries } = await call(getCredit, { enterprise: id(`enterprise:${enterprise}`) })
  const found = entries.find((entry) => entry.document === document)
  if (found) return found
  throw new Error(`the demo has no credit entry ${document}`)
}

function entryActs({ days }: Telling, told: z.infer<typeof Told>['entries'][number]): Act[] {
  const { enterprise, cause, on, document, note, repair } = told
  const key = `credit:${enterprise}:${document}`
  const acts: Act[] = [
    {
      key,
      at: days.at(on, 640),
      by: 'officer',
      run: async ({ call, id }) => {
        const input = { cause, document, note, happenedOn: days.day(on) }
        await call(recordCredit, { enterprise: id(`enterprise:${enterprise}`), ...input })
        return {}
      },
    },
  ]
  if (repair) {
    acts.push({
      key: `${key}/repair`,
      at: days.at(repair.on, 640),
      by: repair.by,
      run: async (stage) => {
        const { id } = await entryOf(stage, enterprise, document)
        await stage.call(applyRepair, { id, reason: repair.reason, fileId: null })
        return {}
      },
    })
  }
  const decided = repair?.decided
  if (decided) {
    acts.push({
      key: `${key}/decided`,
      at: days.at(decided.on, 640),
      by: 'officer',
      run: async (stage) => {
        const { repair: asked } = await entryOf(stage, enterprise, document)
        const { grant, reason } = decided
        await stage.call(decideRepair, { id: asked?.id ?? '', version: asked?.version ?? 0, grant, reason })
        return {}
      },
    })
  }
  return acts
}

export const part = demoPart({
  schema: Told,
  acts: (telling, { entries, samples }) => [
    ...entries.flatMap((entry) => entryActs(telling, entry)),
    ...samples.map(
      ({ on, days }): Act => ({
        key: `sample:${on}`,
        at: telling.days.at(on, 990),
        by: 'officer',
        run: async ({ call }) => {
          await call(drawSample, { days })
          return {}
        },
      }),
    ),
  ],
})
