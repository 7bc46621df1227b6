import { z } from 'zod'
import { type DelegatedLine, importDelegated } from '../../../modules/catalogue/contract/delegated.ts'
import { editDraft, openDraft, setDesk } from '../../../modules/catalogue/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import type { Act, Telling } from '../script.ts'

const Delegated = z.strictObject({
  note: z.string(),
  on: Before,
  total: z.int().min(1),
  /** Matters of the catalogue whose office is the zone itself, by the catalogue's own words; level and document are not known. */
  real: z.array(z.strictObject({ name: z.string(), undertaking: z.string(), matterCode: z.string() })),
})

const Draft = z.strictObject({
  on: Before,
  reason: z.string(),
  edits: z.array(z.strictObject({ code: z.string(), fields: z.record(z.string(), z.unknown()), reason: z.string() })),
})

const Told = z.strictObject({ delegated: Delegated, draft: Draft.optional() })
type Told = z.infer<typeof Told>

const levels = ['province', 'city', 'county'] as const
const atOnce = 1_000

/** The ledger of delegated matters: the real ones, and samples with neutral names up to the zone's number. */
function ledger({ days }: Telling, { total, real, on }: Told['delegated']): Act[] {
  const known = { document: null, delegatedOn: null, content: null }
  const lines: DelegatedLine[] = [
    ...real.map((line) => ({ ...known, ...line, level: null, confidence: 'E' as const, sample: false })),
    ...Array.from({ length: total - real.length }, (_, i) => ({
      ...known,
      name: `赋权事项样例 ${String(i + 1).padStart(3, '0')}`,
      level: levels[i % levels.length] ?? 'county',
      ...{ undertaking: null, matterCode: null, confidence: 'illustrative' as const, sample: true },
    })),
  ]
  const parts = Array.from({ length: Math.ceil(lines.length / atOnce) }, (_, i) => i)
  return parts.map((part) => ({
    key: `delegated/${part}`,
    at: days.at(on, 600 + part),
    by: 'officer',
    run: async ({ call }) => {
      await call(importDelegated, { rows: lines.slice(part * atOnce, (part + 1) * atOnce) })
      return {}
    },
  }))
}

/** The zone takes up the catalogue and begins a draft; what is in force stays as it is. */
function drafting({ days }: Telling, { on, reason, edits }: NonNullable<Told['draft']>): Act[] {
  const begun: Act = {
    key: 'catalogue/draft',
    at: days.at(on, 640),
    by: 'officer',
    run: async ({ call }) => {
      const { id, version } = await call(openDraft, { from: undefined, reason })
      return { 'catalogue/draft': { id, version } }
    },
  }
  const edited = edits.map(
    (one, i): Act => ({
      key: `catalogue/edit/${i}`,
      at: days.at(on, 650 + i),
      by: 'officer',
      run: async ({ call, id }) => {
        const row = { draft: id('catalogue/draft'), list: 'matters', act: 'set', version: 0 } as const
        await call(editDraft, { ...row, ...one })
        return {}
      },
    }),
  )
  return [
    {
      key: 'catalogue/desk',
      at: days.at(on, 620),
      by: 'admin',
      run: async ({ call }) => {
        await call(setDesk, { version: 0, fourEyes: true })
        return {}
      },
    },
    begun,
    ...edited,
  ]
}

/** @public Found by its folder. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, { delegated, draft }) => [...ledger(telling, delegated), ...(draft ? drafting(telling, draft) : [])],
})
