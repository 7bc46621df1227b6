import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

const amount = z.number().min(0).max(1e12).nullable().default(null)
const wish = z.boolean().nullable().default(null)

/**
 * 选址需求: what an investor asks of a site. Null: said nothing of it, so it counts neither for nor against.
 * Areas in m², voltage in kV, power in kVA, steam and tonnage in t (an hour), load in kN/m², lengths in m, distances in km, money in 10k CNY.
 */
export const Needs = z.strictObject({
  /** Land, or space in a building; null: either. */
  kind: z.enum(['land', 'space']).nullable().default(null),
  areaMinSqm: amount,
  areaMaxSqm: amount,
  voltageKv: amount,
  dualSupply: wish,
  powerKva: amount,
  steam: wish,
  steamTph: amount,
  waterTpd: amount,
  gas: wish,
  heat: wish,
  drainage: wish,
  rail: wish,
  nearMotorway: wish,
  motorwayKm: amount,
  floorLoadKn: amount,
  craneT: amount,
  storeyHeightM: amount,
  /** CNY a m² and month. */
  rentCeiling: amount,
  /** Division, group or class of GB/T 4754, such as C1523. */
  industryCode: z
    .string()
    .regex(/^[A-T](\d{2,4})?$/)
    .nullable()
    .default(null),
  neededBy: z.iso.date().nullable().default(null),
  investmentWan: amount,
  /** What the investor promises, in 10k CNY a mu. */
  investmentWanPerMu: amount,
  taxWanPerMu: amount,
})
export type Needs = z.infer<typeof Needs>
export type NeedField = keyof Needs

export const noNeeds: Needs = Needs.parse({})

type Group = 'place' | 'power' | 'utilities' | 'building' | 'project'
interface NeedFieldMeaning {
  readonly label: Label
  readonly type: 'kind' | 'area' | 'number' | 'wish' | 'industry' | 'day'
  readonly unit?: Label
  readonly group: Group
}

const number = (group: Group, zh: string, en: string, unit: string, unitEn = unit): NeedFieldMeaning => ({
  ...{ label: { zh, en }, type: 'number', unit: { zh: unit, en: unitEn }, group },
})
const wished = (group: Group, zh: string, en: string): NeedFieldMeaning => ({ label: { zh, en }, type: 'wish', group })

/** Every need with the field in which it is shown and corrected. */
export const needFields: Readonly<Record<NeedField, NeedFieldMeaning>> = {
  kind: { label: { zh: '要地还是要房', en: 'Land or space' }, type: 'kind', group: 'place' },
  areaMinSqm: { label: { zh: '面积不小于', en: 'Area at least' }, type: 'area', group: 'place' },
  areaMaxSqm: { label: { zh: '面积不大于', en: 'Area at most' }, type: 'area', group: 'place' },
  voltageKv: number('power', '电压', 'Voltage', 'kV'),
  dualSupply: wished('power', '双回路供电', 'Two supply lines'),
  powerKva: number('power', '用电容量', 'Power', 'kVA'),
  steam: wished('utilities', '蒸汽', 'Steam'),
  steamTph: number('utilities', '蒸汽用量', 'Amount of steam', '吨/小时', 't/h'),
  waterTpd: number('utilities', '用水量', 'Water', '吨/日', 't/d'),
  gas: wished('utilities', '管道燃气', 'Piped gas'),
  heat: wished('utilities', '集中供热', 'District heat'),
  drainage: wished('utilities', '污水管网', 'Sewer'),
  rail: wished('place', '铁路专用线', 'Rail siding'),
  nearMotorway: wished('place', '靠近高速', 'Near a motorway'),
  motorwayKm: number('place', '离高速不超过', 'Motorway within', '公里', 'km'),
  floorLoadKn: number('building', '楼面荷载', 'Floor load', 'kN/m²'),
  craneT: number('building', '行车', 'Crane', '吨', 't'),
  storeyHeightM: number('building', '层高', 'Storey height', '米', 'm'),
  rentCeiling: number('building', '租金不高于', 'Rent at most', '元/㎡·月', 'CNY/m²·month'),
  industryCode: { label: { zh: '行业代码', en: 'Industry code' }, type: 'industry', group: 'project' },
  neededBy: { label: { zh: '何时要用', en: 'Needed by' }, type: 'day', group: 'project' },
  investmentWan: number('project', '总投资', 'Investment', '万元', '10k CNY'),
  investmentWanPerMu: number('project', '承诺投资强度', 'Promised investment', '万元/亩', '10k CNY/mu'),
  taxWanPerMu: number('project', '承诺亩均税收', 'Promised tax', '万元/亩·年', '10k CNY/mu·year'),
}

const Text = z.object({ zh: z.string(), en: z.string() })

/** One thing that was understood, with the words for it. */
export const Said = z.object({ field: z.string(), words: z.string(), note: Text.nullable() })
export type Said = z.infer<typeof Said>

/** One thing that could mean several: asked, with what each choice would set. */
export const Ask = z.object({
  words: z.string(),
  question: Text,
  choices: z.array(z.object({ label: Text, set: z.custom<Partial<Needs>>() })),
})
export type Ask = z.infer<typeof Ask>

/** A sentence as it was read: what is settled, what is asked, and the words that nothing was made of. */
export const NeedsReading = z.object({
  needs: Needs,
  said: z.array(Said),
  asks: z.array(Ask),
  unread: z.array(z.string()),
})
export type NeedsReading = z.infer<typeof NeedsReading>
