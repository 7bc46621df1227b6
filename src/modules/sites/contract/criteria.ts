import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

/** What a site is compared by, in the order of the page. */
export const criterionLabels = {
  area: { zh: '面积', en: 'Area' },
  voltage: { zh: '电压', en: 'Voltage' },
  dualSupply: { zh: '双回路', en: 'Two lines' },
  power: { zh: '用电容量', en: 'Power' },
  steam: { zh: '蒸汽', en: 'Steam' },
  water: { zh: '供水', en: 'Water' },
  gas: { zh: '燃气', en: 'Gas' },
  heat: { zh: '供热', en: 'Heat' },
  drainage: { zh: '污水', en: 'Sewer' },
  rail: { zh: '铁路', en: 'Rail' },
  motorway: { zh: '高速', en: 'Motorway' },
  floorLoad: { zh: '荷载', en: 'Floor load' },
  crane: { zh: '行车', en: 'Crane' },
  storeyHeight: { zh: '层高', en: 'Storey height' },
  rent: { zh: '租金', en: 'Rent' },
  industry: { zh: '行业', en: 'Industry' },
  day: { zh: '时间', en: 'Day' },
  investment: { zh: '投资强度', en: 'Investment a mu' },
  tax: { zh: '亩均税收', en: 'Tax a mu' },
} as const satisfies Readonly<Record<string, Label>>

export type CriterionName = keyof typeof criterionLabels
const names = Object.keys(criterionLabels) as [CriterionName, ...CriterionName[]]
export const CriterionName = z.enum(names)

/** How much each need counts; `must`: what a site has to meet; shares of the area that may be missing, or left over without a loss of half the score. */
export const MatchRules = z.strictObject({
  note: z.string(),
  weights: z.record(CriterionName, z.number().min(0)),
  must: z.array(CriterionName),
  areaShortfall: z.number().min(0).max(1),
  areaSurplus: z.number().min(0),
  /** Whose facts stand in for what is not known of a project when its days are reckoned: the first that fits, by code in data/catalogue/projects.json. */
  plansLike: z.array(
    z.strictObject({ kind: z.enum(['land', 'space']), industries: z.array(z.string()), project: z.string() }),
  ),
})
export type MatchRules = z.infer<typeof MatchRules>
