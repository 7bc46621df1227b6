import { z } from 'zod'
import { money } from '../../../kernel/money.ts'
import { monthsLater } from '../../../kernel/months.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import type { Check } from '../../../modules/promises/contract/views.ts'
import { decideCheck, excuseIdle, listPromises, recordCheck } from '../../../modules/promises/contract.ts'
import { bringInContracts } from '../../../modules/supply/contract/contracts.ts'
import { demand } from '../../../modules/supply/contract/demand.ts'
import { planLine } from '../../../modules/supply/contract/plan-line.ts'
import { demandDoors } from '../../../modules/supply/contract/waiting.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Stage, type Telling } from '../script.ts'

const reachable = ['start', 'completion', 'production', 'output'] as const

const Told = z.strictObject({
  note: z.string(),
  on: Before,
  contracts: z.array(
    z.strictObject({
      parcel: z.string(),
      areaSqm: z.number(),
      /** Key of an enterprise; `chains/…`: one that the chains brought. */
      enterprise: z.string(),
      project: z.string().optional(),
      /** Months before the demonstration, and what was reached since. */
      months: z.int(),
      yuanPerSqm: z.number(),
      reached: z.array(z.enum(reachable)).default([]),
      /** Of the price: paid in two halves, the second only when so said. */
      paidWhole: z.boolean().default(true),
      handedOver: z.boolean().default(true),
    }),
  ),
  breach: z.strictObject({ parcel: z.string(), intensity: z.number(), reason: z.string() }),
  excuse: z.strictObject({ parcel: z.string(), from: Before, until: Before, document: z.string() }),
  plan: z.array(z.strictObject({ parcel: z.string(), quarter: z.enum(['q1', 'q2', 'q3', 'q4']), areaSqm: z.int() })),
  demands: z.array(
    z.strictObject({
      title: z.string(),
      project: z.string().optional(),
      areaSqm: z.int(),
      keyLevel: z.enum(['none', 'county', 'city', 'province', 'nation']),
      investmentYuan: z.string(),
      taxPerMu: z.number().optional(),
      energyPerWan: z.number().optional(),
      readiness: z.enum(['idea', 'filed', 'designed', 'funded', 'ready']),
      on: Before,
    }),
  ),
  drop: z.strictObject({ title: z.string(), on: Before, reason: z.string() }),
})
type Told = z.infer<typeof Told>

/** Months from signing to what was agreed. */
const terms = { handover: 1, start: 4, completion: 20, production: 26, output: 50 } as const
const parcelOf = (code: string) => `parcels:示例地块 ${code}`

function contractOf({ id }: Stage, telling: Telling, told: Told['contracts'][number], i: number) {
  const signedOn = monthsLater(telling.days.day(-1), -told.months)
  const after = (months: number) => monthsLater(signedOn, months)
  const source = `出让公告（样例）${signedOn.slice(0, 4)}-${String(i + 1).padStart(2, '0')}`
  const price = money(told.areaSqm * told.yuanPerSqm)
  const half = money(told.areaSqm * told.yuanPerSqm * 0.5)
  const rest = money(
    (BigInt(price.replace('.', '')) - BigInt(half.replace('.', ''))).toString().replace(/(\d\d)$/, '.$1'),
  )
  const paid = [{ paidOn: after(1), amountYuan: half, document: `缴款书（样例）${i + 1}-1` }]
  const second = { paidOn: after(11), amountYuan: rest, document: `缴款书（样例）${i + 1}-2` }
  const shared = { unit: '万元/亩', phase: 'completion' as const, capPercent: null, source }
  return {
    ...{
      parcel: id(parcelOf(told.parcel)),
      enterprise: id(told.enterprise),
      project: told.project ? id(told.project) : null,
    },
    ...{
      number: `示例出让合同 ${told.parcel}`,
      buildNumber: `示例标准地合同 ${told.parcel}`,
      signedOn,
      priceYuan: price,
    },
    ...{ purpose: 'industrial' as const, planningConditions: `规条（样例）${told.parcel}` },
    dates: {
      ...{ handoverDue: after(terms.handover), startDue: after(terms.start), completionDue: after(terms.completion) },
      ...{ productionDue: after(terms.production), outputDue: after(terms.output) },
    },
    indicators: [
      { ...shared, code: 'invest-intensity', name: '固定资产投资强度', op: 'gte' as const, value: 200 },
      { ...shared, code: 'plot-ratio', name: '容积率', op: 'gte' as const, value: 1, unit: '' },
      {
        ...shared,
        code: 'tax-per-mu',
        name: '亩均税收',
        op: 'gte' as const,
        value: 12,
        unit: '万元/亩·年',
        phase: 'output' as const,
      },
    ],
    clauses: [
      { kind: 'recheck' as const, words: '竣工、达产时由管委会会同有关部门复核。' },
      { kind: 'breach' as const, words: '未达约定指标的，按地价乘以差额比例支付违约金。' },
      { kind: 'disputes' as const, words: '协商不成的，依法向人民法院起诉。' },
      { kind: 'other' as const, words: '样例合同，内容为虚构。' },
    ],
    instalments: [
      { dueOn: after(1), amountYuan: half },
      { dueOn: after(12), amountYuan: rest },
    ],
    payments: told.paidWhole && told.months > 11 ? [...paid, second] : paid,
    ...{ lateStartPermille: 0.5, lateCompletionPermille: 0.5, capPercent: 20 },
    handedOverOn: told.handedOver ? after(terms.handover) : null,
    reached: Object.fromEntries(told.reached.map((kind) => [kind, after(terms[kind])])),
  }
}

async function checkOf({ call, id }: Stage, parcel: string, kind: Check['kind']) {
  const { promises } = await call(listPromises, {})
  const found = promises.find((one) => one.parcel.id === id(parcelOf(parcel)))
  const check = found?.checks.find((one) => one.kind === kind)
  if (found && check) return { contract: found.contract.id, check }
  throw new Error(`the demo has no ${kind} check of ${parcel}`)
}

function contractActs(telling: Telling, { on, contracts, breach, excuse }: Told): Act[] {
  const { days } = telling
  const intensity = { code: 'invest-intensity', actual: breach.intensity, source: '竣工决算审计（样例）' }
  return [
    {
      ...{ key: 'supply/contracts', at: days.at(on, 600), by: 'officer' },
      run: async (stage) => {
        await stage.call(bringInContracts, { contracts: contracts.map((one, i) => contractOf(stage, telling, one, i)) })
        return {}
      },
    },
    {
      ...{ key: 'supply/breach', at: days.at(on + 1, 600), by: 'officer' },
      run: async (stage) => {
        const { check } = await checkOf(stage, breach.parcel, 'completion')
        const checkedOn = days.day(on + 1)
        const empty = { note: null, reachedOn: null }
        const values = [
          { ...intensity, measuredOn: checkedOn },
          { code: 'plot-ratio', actual: 1.1, source: '竣工测绘（样例）', measuredOn: checkedOn },
        ]
        await stage.call(recordCheck, {
          id: check.id,
          version: check.version,
          checkedOn,
          reached: true,
          ...empty,
          values,
        })
        const again = await checkOf(stage, breach.parcel, 'completion')
        const decided = { outcome: 'breach' as const, reason: breach.reason, rectifyUntil: null }
        await stage.call(decideCheck, { id: check.id, version: again.check.version, ...decided })
        return {}
      },
    },
    {
      ...{ key: 'supply/excuse', at: days.at(on + 1, 610), by: 'officer' },
      run: async (stage) => {
        const { contract } = await checkOf(stage, excuse.parcel, 'start')
        const time = { from: days.day(excuse.from), until: days.day(excuse.until) }
        await stage.call(excuseIdle, { contract, cause: 'government', ...time, document: excuse.document })
        return {}
      },
    },
  ]
}

function waitingActs(telling: Telling, { on, plan, demands, drop }: Told): Act[] {
  const { days } = telling
  const year = Number(days.day(-1).slice(0, 4))
  return [
    {
      ...{ key: 'supply/plan', at: days.at(on, 620), by: 'officer' },
      run: async ({ call, id }) => {
        for (const { parcel, quarter, areaSqm } of plan) {
          const line = { title: `${year} 年 ${parcel}`, year, quarter, parcelId: id(parcelOf(parcel)), areaSqm }
          await call(recordEndpoints(planLine).create, { ...line, purpose: 'industrial' })
        }
        return {}
      },
    },
    {
      ...{ key: 'supply/demands', at: days.at(on, 630), by: 'officer' },
      run: async ({ call, id }) => {
        const made: Awaited<ReturnType<Act['run']>> = {}
        for (const { on: day, project, ...told } of demands) {
          const about = project === undefined ? {} : { projectId: id(project) }
          const fields = { ...told, ...about, purpose: 'industrial' as const, appliedOn: days.day(day) }
          Object.assign(made, kept(`demand:${told.title}`, await call(recordEndpoints(demand).create, fields)))
        }
        return made
      },
    },
    {
      ...{ key: 'supply/drop', at: days.at(drop.on, 640), by: 'leader' },
      run: async ({ call, ref }) => {
        await call(demandDoors.drop, { ...ref(`demand:${drop.title}`), reason: drop.reason })
        return {}
      },
    },
  ]
}

/** Land contracts from before, what became of some of their promises, and the waiting list with a key project that left it. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, told) => [...contractActs(telling, told), ...waitingActs(telling, told)],
})
