import fc from 'fast-check'
import type { Catalogue, Matter, MatterInput } from '../../src/modules/matters/contract/catalogue.ts'
import type { FactValues } from '../../src/modules/matters/contract/fact-values.ts'
import { type Switches, switchNames } from '../../src/modules/zones/contract/switches.ts'

/**
 * Random small catalogues in which every treatment, every kind of supply and every mode of standard land occurs.
 * A matter needs only outcomes of matters with a lower rank (or its own), so no catalogue has a cycle;
 * rank, row, code and stage are independent of each other.
 */
const milestoneCodes = ['land-contract', 'construction-permit', 'joint-accept', 'production-start']
const plainCodes = ['A', 'Z-2', 'a-b', 'a1', 'é', 'm', 'm-2', 'm2', '～', '𠀀', '事项', 'z']
const landKinds = ['standard-land', 'ordinary-transfer', 'lease-factory', 'outside-plan']

const facts: Catalogue['facts'] = [
  { code: 'yes', type: 'boolean', question_zh: '是？', question_en: 'Yes?' },
  { code: 'other', type: 'boolean', question_zh: '另？', question_en: 'Other?' },
  { code: 'size', type: 'number', question_zh: '多大？', question_en: 'How large?', unit: 'ha' },
  { code: 'class', type: 'choice', question_zh: '哪类？', question_en: 'Which?', options: options(['x', 'y', 'w']) },
  { code: 'landKind', type: 'choice', question_zh: '用地？', question_en: 'Land?', options: options(landKinds) },
  { code: 'lasting', type: 'number', question_zh: '多久？', question_en: 'How long?', unit: 'workday' },
  { code: 'lasting2', type: 'number', question_zh: '多久？', question_en: 'How long?', unit: 'workday' },
]

function options(values: readonly string[]): { value: string; label_zh: string; label_en: string }[] {
  return values.map((value) => ({ value, label_zh: value, label_en: value }))
}

const comparison = fc.constantFrom(
  'yes',
  'other',
  'yes = true',
  'size >= 3',
  'size < 3',
  'size * 2 + 1 > 6',
  'size between 2 and 4',
  'class = "x"',
  'class != "x"',
  'class in ("x", "y")',
  'landKind = "standard-land"',
  'landKind in ("standard-land", "ordinary-transfer")',
)

/** A rule: mostly `true`, so that plans are not empty; otherwise conditions nested up to three deep. */
export const rule: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('true') },
  {
    weight: 2,
    arbitrary: fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'rule' },
        comparison,
        tie('node').map((a) => `not(${a})`),
        fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} and ${b})`),
        fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} or ${b})`),
      ),
    })).node,
  },
)

export const factValues: fc.Arbitrary<FactValues> = fc.record(
  {
    yes: fc.constantFrom(true, false, null),
    other: fc.boolean(),
    size: fc.integer({ min: 0, max: 6 }),
    class: fc.constantFrom('x', 'y', 'w'),
    landKind: fc.constantFrom('standard-land', 'ordinary-transfer', ...landKinds),
    lasting: fc.integer({ min: 0, max: 30 }).map((n) => n / 2),
    lasting2: fc.constantFrom(0, 7, 200, null),
  },
  { requiredKeys: [] },
)

/** Each switch by itself: all 128 sets occur. */
export const switchSet: fc.Arbitrary<Switches> = fc
  .tuple(...switchNames.map(() => fc.boolean()))
  .map((on) => Object.fromEntries(switchNames.map((name, i) => [name, on[i]])) as unknown as Switches)

export const startDay: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(2023, 11, 1) / 86_400_000, max: Date.UTC(2027, 5, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

/** Days in steps of a half. */
export const halves = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2)
const limit: fc.Arbitrary<Matter['handling']['statutory']> = fc.oneof(
  halves(12).map((days) => ({ days, unit: 'workday' as const })),
  fc.integer({ min: 0, max: 40 }).map((days) => ({ days, unit: 'calendarDay' as const })),
)

interface Draft {
  readonly applies: string
  readonly stage: string
  readonly preparation: Matter['preparation']
  readonly handling: Matter['handling']
  readonly outputs: readonly number[]
  readonly inputs: readonly InputDraft[]
  readonly mode: Matter['standardLand']['mode']
  readonly durationFact: string | undefined
  readonly afterProduction: boolean
}
interface InputDraft {
  /** Outcome 0–5, or a paper from 6 on. */
  readonly ref: number
  readonly kind: 'hard' | 'preReview' | 'decision' | 'matter' | 'workdays' | 'commitment' | 'regional'
  readonly supplier: number
  readonly days: number
}

const inputDraft: fc.Arbitrary<InputDraft> = fc.record({
  ref: fc.integer({ min: 0, max: 7 }),
  kind: fc.constantFrom('hard', 'hard', 'preReview', 'decision', 'matter', 'workdays', 'commitment', 'regional'),
  supplier: fc.nat({ max: 8 }),
  days: fc.integer({ min: 0, max: 20 }),
})

const draft: fc.Arbitrary<Draft> = fc.record({
  applies: rule,
  stage: fc.constantFrom('S2', 'S1', 'PX'),
  preparation: fc.record({ normal: halves(8), fast: halves(8) }),
  handling: fc
    .record({ statutory: limit, committed: limit, floor: fc.option(limit, { nil: undefined, freq: 3 }) })
    .map(({ statutory, committed, floor }) => ({ statutory, committed, ...(floor ? { floor } : {}) })),
  outputs: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
  inputs: fc.uniqueArray(inputDraft, { maxLength: 4, selector: (i) => i.ref }),
  mode: fc.constantFrom('none', 'none', 'gov-prior', 'regional', 'simplified', 'commitment'),
  durationFact: fc.constantFrom(undefined, undefined, undefined, undefined, 'lasting', 'lasting2'),
  afterProduction: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

const names = (code: string) => ({ code, name_zh: code, name_en: code })

/**
 * `loops`: inputs may name outcomes of any matter, so that some plans run in a circle.
 * `monotone`: promises are never longer than the statute, fast never slower, and papers come through a follower.
 */
export function catalogues(options: {
  maxMatters: number
  monotone?: boolean
  loops?: boolean
}): fc.Arbitrary<Catalogue> {
  return fc
    .record({
      drafts: fc.array(draft, { minLength: 1, maxLength: options.maxMatters, size: 'max' }),
      codes: fc.shuffledSubarray([...plainCodes, ...milestoneCodes], { minLength: 16, maxLength: 16 }),
      order: fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
    })
    .map(({ drafts, codes, order }) => {
      const chosen = codesOf(codes, drafts.length)
      const matters = drafts.map((d, rank) =>
        matterOf(d, rank, { drafts, codes: chosen, loops: options.loops ?? false }),
      )
      const rows = options.monotone ? matters.map((m) => calmed(m, matters)) : matters
      return {
        format: 'luodi-catalogue/1',
        title: 'random',
        asOf: '2026-01-01',
        confidence: { V: 'read' },
        stages: { S2: 'first', S1: 'second', PX: 'third' },
        facts,
        materials: [6, 7].map((n) => ({ ...names(`p${n}`), preparedBy: 'enterprise' as const })),
        matters: rows.toSorted((a, b) => (order[rows.indexOf(a)] ?? 0) - (order[rows.indexOf(b)] ?? 0)),
      }
    })
}

/** Half of the codes are milestones where there are enough matters, so that critical paths have an end. */
function codesOf(shuffled: readonly string[], count: number): string[] {
  const milestones = shuffled.filter((c) => milestoneCodes.includes(c)).slice(0, Math.ceil(count / 3))
  const plain = shuffled.filter((c) => !milestoneCodes.includes(c)).slice(0, count - milestones.length)
  return shuffled.filter((c) => milestones.includes(c) || plain.includes(c))
}

interface Given {
  readonly drafts: readonly Draft[]
  readonly codes: readonly string[]
  readonly loops: boolean
}

function matterOf(d: Draft, rank: number, given: Given): Matter {
  const code = given.codes[rank] ?? `m${rank}`
  return {
    ...names(code),
    stage: d.stage,
    kind: '行政许可',
    initiator: 'enterprise',
    authority: 'zone',
    basis: [{ title: '法', article: '1', year: 2020, confidence: 'V' }],
    applies: d.applies,
    preparation: d.preparation,
    handling: d.handling,
    inputs: d.inputs.flatMap((i) => inputOf(i, rank, given)),
    outputs: d.outputs.map((n) => names(`o${n}`)),
    standardLand: { mode: d.mode },
    ...(d.durationFact ? { durationFact: d.durationFact } : {}),
    ...(d.afterProduction ? { afterProduction: true } : {}),
  }
}

function inputOf(i: InputDraft, rank: number, given: Given): MatterInput[] {
  const producers = given.drafts.flatMap((d, r) => (d.outputs.includes(i.ref) ? [r] : []))
  if (i.ref <= 5 && (producers.length === 0 || (!given.loops && producers.some((r) => r > rank)))) return []
  const ref = i.ref <= 5 ? `o${i.ref}` : `p${i.ref}`
  if (i.kind === 'hard') return [{ ref, treatment: 'hard' }]
  if (i.kind === 'preReview') return [{ ref, treatment: 'hard', preReview: true }]
  if (i.kind === 'commitment') return [{ ref, treatment: 'commitment', fulfilBy: 'site check' }]
  if (i.kind === 'regional') return [{ ref, treatment: 'regional' }]
  if (i.kind === 'decision') return [{ ref, treatment: 'tolerable', supplyBy: 'decision' }]
  if (i.kind === 'workdays') return [{ ref, treatment: 'tolerable', supplyBy: `workdays:${i.days}` }]
  // The last producer itself may be named: a matter binds itself to nothing.
  const after = given.loops ? -1 : Math.max(0, ...producers) - 1
  const suppliers = given.codes.slice(after + 1, given.drafts.length)
  const supplier = suppliers[i.supplier % Math.max(1, suppliers.length)]
  return supplier ? [{ ref, treatment: 'tolerable', supplyBy: `matter:${supplier}` }] : []
}

/** Takes away what may lawfully lengthen: promises above the statute, slower "fast" preparation, papers owed to a stranger. */
function calmed(matter: Matter, all: readonly Matter[]): Matter {
  const { statutory, committed } = matter.handling
  const least = { ...statutory, days: Math.min(statutory.days, committed.days) }
  const follower = (code: string): boolean =>
    all.some(
      (m) =>
        m.code === code &&
        m.inputs.some((i) => i.treatment === 'hard' && !i.preReview && matter.outputs.some((o) => o.code === i.ref)),
    )
  return {
    ...matter,
    preparation: {
      normal: matter.preparation.normal,
      fast: Math.min(matter.preparation.normal, matter.preparation.fast),
    },
    handling: { ...matter.handling, committed: { ...least, days: Math.floor(least.days) } },
    inputs: matter.inputs.map((i) =>
      i.supplyBy?.startsWith('matter:') && !follower(i.supplyBy.slice('matter:'.length))
        ? { ...i, supplyBy: 'decision' }
        : i,
    ),
  }
}
