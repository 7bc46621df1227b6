import { z } from 'zod'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { acceptance, defect } from '../../../modules/works/contract/acceptance.ts'
import { estimate } from '../../../modules/works/contract/estimate.ts'
import { moneySource, receipt } from '../../../modules/works/contract/money-source.ts'
import { payable } from '../../../modules/works/contract/payable.ts'
import type { WorkVerb } from '../../../modules/works/contract/words.ts'
import { work } from '../../../modules/works/contract/work.ts'
import { workContract } from '../../../modules/works/contract/work-contract.ts'
import { workMilestone } from '../../../modules/works/contract/work-milestone.ts'
import { workReport } from '../../../modules/works/contract/work-report.ts'
import type { WorkView } from '../../../modules/works/contract/work-view.ts'
import { allotToWork, changeContract, doors, payPayable, takeIntoAssets } from '../../../modules/works/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Stage, type Telling } from '../script.ts'
import { sheetAct, zoneCsv } from '../sheet-act.ts'

/** A legal day, or working days before the demonstration. */
const On = z.union([z.iso.date(), Before])
const Told = z.strictObject({
  note: z.string(),
  works: z.array(
    z.strictObject({
      work: z.string(),
      final: z.enum(['planned', 'building', 'operating']),
      approvedOn: z.iso.date().optional(),
      startedOn: z.iso.date().optional(),
      completedOn: z.iso.date().optional(),
      operatingOn: z.iso.date().optional(),
      /** Bond, yuan. */
      allot: z.array(z.tuple([z.string(), z.string()])),
      /** Contract, yuan, reason. */
      changes: z.array(z.tuple([z.string(), z.string(), z.string()])),
      /** Payable, source, yuan, day. */
      pays: z.array(z.tuple([z.string(), z.string(), z.string(), On])),
      reports: z.array(z.strictObject({ back: z.int(), planned: z.number(), actual: z.number(), done: z.string() })),
    }),
  ),
})
type Told = z.infer<typeof Told>
type OfWork = Told['works'][number]

/** In the order in which they point at one another. */
const sheets = [
  ['works', work],
  ['work-estimates', estimate],
  ['work-sources', moneySource],
  ['work-receipts', receipt],
  ['work-contracts', workContract],
  ['work-payables', payable],
  ['work-milestones', workMilestone],
  ['work-acceptances', acceptance],
  ['work-defects', defect],
] as const

type Step = Endpoint<
  Readonly<{ zone: string; id: string; version: number; happenedOn: string; words: string }>,
  WorkView
>

/** What was decided about one work, one after the other. */
async function decided({ days }: Telling, told: OfWork, { call, ref, id }: Stage): Promise<WorkView | null> {
  let at: { readonly id: string; readonly version: number } = ref(`works:${told.work}`)
  const take = async (verb: WorkVerb, happenedOn: string | undefined, words: string) => {
    if (happenedOn === undefined) return
    at = await call(doors[verb] as unknown as Step, { id: at.id, version: at.version, happenedOn, words })
  }
  await take('approve', told.approvedOn, '概算已批复。')
  for (const [bond, amount] of told.allot)
    at = await call(allotToWork, { ...refOf(at), bond: id(`bonds:${bond}`), amount, document: '专项债实施方案' })
  await take('start', told.startedOn, '开工令已签发。')
  for (const [name, amount, reason] of told.changes) {
    const change = { amount, reason, document: '变更单汇总', happenedOn: told.completedOn ?? days.day(-10) }
    await call(changeContract, { ...ref(`work-contracts:${name}`), ...change })
  }
  for (const [name, source, amount, on] of told.pays) {
    const paper = { amount, paidOn: typeof on === 'number' ? days.day(on) : on, document: '银行回单' }
    await call(payPayable, { id: id(`work-payables:${name}`), source: id(`work-sources:${source}`), ...paper })
  }
  await take('complete', told.completedOn, '竣工验收通过。')
  await take('operate', told.operatingOn, '移交运营。')
  const { operatingOn } = told
  if (operatingOn === undefined) return null
  return call(takeIntoAssets, { ...refOf(at), name: told.work, inServiceOn: operatingOn })
}

function monthAt({ days }: Telling, back: number): string {
  const [year = 0, month = 0] = days.day(-1).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7)
}

async function reported(telling: Telling, { work: name, reports }: OfWork, { call, id }: Stage): Promise<void> {
  for (const { back, planned, actual, done } of reports) {
    const fields = { workId: id(`works:${name}`), month: monthAt(telling, back), plannedPercent: planned }
    await call(recordEndpoints(workReport).create, { ...fields, actualPercent: actual, done })
  }
}

function acts(telling: Telling, { works }: Told): Act[] {
  const { days } = telling
  const entered = sheets.flatMap(([key, kind], i) => {
    const csv = zoneCsv(telling, key)
    return csv === null ? [] : [sheetAct(telling, { key, kind, csv, at: days.at(-7, 540 + i), by: 'operator' })]
  })
  const done = works
    .filter(({ final }) => final !== 'planned')
    .map(
      (told, i): Act => ({
        ...{ key: `work:${i}`, at: days.at(-6, 540 + i), by: 'officer' },
        run: async (stage) => {
          await decided(telling, told, stage)
          await reported(telling, told, stage)
          return {}
        },
      }),
    )
  return [...entered, ...done]
}

/** Infrastructure works: entered by sheets, then what was decided about each. */
export const part = demoPart<Told>({ schema: Told, acts })
