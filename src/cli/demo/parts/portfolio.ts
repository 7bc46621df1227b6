import { z } from 'zod'
import { moneyFromWan } from '../../../kernel/money.ts'
import { type BroughtIn, bringIn } from '../../../modules/projects/contract/bring-in.ts'
import { type EvidenceKind, evidenceLabels, Stage } from '../../../modules/projects/contract/stage.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'

const Day = z.iso.date()

const Told = z.strictObject({
  note: z.string(),
  /** Day on which the office enters what was there before. */
  on: Before,
  projects: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      kind: z.enum(['industrial', 'infrastructure', 'service']),
      industry: z.string(),
      /** Total investment, in ten thousand yuan. */
      wan: z.number().positive(),
      stage: Stage,
      /** Days on which stages were reached. */
      days: z.partialRecord(Stage, Day),
    }),
  ),
})
type Told = z.infer<typeof Told>

/** What an office has in its files for a stage that was reached. */
const filesOf: Partial<Record<Stage, readonly EvidenceKind[]>> = {
  signed: ['agreement'],
  land: ['land-contract'],
  permits: ['filing-certificate'],
  started: ['construction-permit', 'site-photo'],
  construction: ['progress-report'],
  completed: ['joint-acceptance'],
  production: ['environmental-acceptance', 'statistics-entry'],
  capacity: ['output-check'],
}

function broughtIn({ code, name, kind, industry, wan, stage, days }: Told['projects'][number]): BroughtIn {
  const reached = Object.entries(days) as [Stage, string][]
  return {
    ...{ name, kind, stage, localCode: code, industryCode: industry, investmentYuan: moneyFromWan(wan) },
    ...{ signedOn: days.signed ?? null, summary: null },
    evidence: reached.flatMap(([at, happenedOn]) =>
      (filesOf[at] ?? []).map((proof) => ({
        ...{ kind: proof, title: evidenceLabels[proof].zh, happenedOn, number: null },
      })),
    ),
  }
}

/** Projects that the zone had before the platform, entered by one act. */
export const part = demoPart<Told>({
  schema: Told,
  acts: ({ days }, { on, projects }) => [
    {
      ...{ key: 'portfolio', at: days.at(on, 930), by: 'officer' },
      run: async ({ call }) => {
        const made = await call(bringIn, { projects: projects.map(broughtIn) })
        const codes = new Map(projects.map(({ name, code }) => [name, code]))
        return Object.fromEntries(
          made.projects.map(({ id, name }) => [`portfolio:${codes.get(name)}`, { id, version: 1 }]),
        )
      },
    },
  ],
})
