import { z } from 'zod'

/** The way of a parcel (domain/standard-land, 7): assessed by the zone, supplied, built on, checked. It moves by decisions alone. */
export const parcelStateLabels = {
  planned: { zh: '规划', en: 'Planned' },
  assessed: { zh: '已区域评估', en: 'Assessed' },
  ready: { zh: '净地可供', en: 'Ready for supply' },
  listed: { zh: '已挂牌', en: 'Listed' },
  sold: { zh: '已成交', en: 'Sold' },
  contracted: { zh: '已签合同', en: 'Contracted' },
  'handed-over': { zh: '已交地', en: 'Handed over' },
  'under-construction': { zh: '在建', en: 'Under construction' },
  completed: { zh: '竣工核验', en: 'Completed' },
  'in-production': { zh: '投产', en: 'In production' },
  'output-checked': { zh: '达产复核', en: 'Output checked' },
  performing: { zh: '履约', en: 'Performing' },
  rectifying: { zh: '整改', en: 'Rectifying' },
  breached: { zh: '违约', en: 'Breached' },
  recovered: { zh: '收回', en: 'Recovered' },
} as const
export type ParcelState = keyof typeof parcelStateLabels
export const parcelStates = Object.keys(parcelStateLabels) as [ParcelState, ...ParcelState[]]
export const ParcelState = z.enum(parcelStates)

/** What may stand beside the state; several at once. */
export const sideStateLabels = {
  'idle-warning': { zh: '闲置预警', en: 'Idle warning' },
  idle: { zh: '闲置', en: 'Idle' },
  extension: { zh: '延期', en: 'Extension' },
  disputed: { zh: '争议', en: 'Disputed' },
  transferred: { zh: '已转让（义务随转）', en: 'Transferred, duties moved' },
} as const
export type SideState = keyof typeof sideStateLabels
export const SideState = z.enum(Object.keys(sideStateLabels) as [SideState, ...SideState[]])

/** Where a parcel may go from where it is. Land that fell back or was recovered can be supplied again. */
export const nextStates: Readonly<Record<ParcelState, readonly ParcelState[]>> = {
  planned: ['assessed'],
  assessed: ['ready', 'planned'],
  ready: ['listed', 'assessed', 'planned'],
  listed: ['sold', 'ready'],
  sold: ['contracted', 'ready'],
  contracted: ['handed-over', 'breached', 'recovered'],
  'handed-over': ['under-construction', 'breached', 'recovered'],
  'under-construction': ['completed', 'breached', 'recovered'],
  completed: ['in-production', 'rectifying', 'breached'],
  'in-production': ['output-checked', 'rectifying', 'breached'],
  'output-checked': ['performing', 'rectifying'],
  performing: ['rectifying', 'breached', 'recovered'],
  rectifying: ['completed', 'in-production', 'output-checked', 'performing', 'breached'],
  breached: ['rectifying', 'performing', 'recovered'],
  recovered: ['planned'],
}
