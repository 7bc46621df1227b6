import type { Label } from '../../../kernel/label.ts'

type Labels = Readonly<Record<string, Label>>
function namesOf<T extends Labels>(labels: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]
}

/** The checks of a land contract, in their order. */
export const checkLabels = {
  start: { zh: '开工核查', en: 'Start check' },
  completion: { zh: '竣工核验', en: 'Completion check' },
  production: { zh: '投产认定', en: 'Production check' },
  output: { zh: '达产复核', en: 'Full output check' },
  yearly: { zh: '年度核查', en: 'Yearly check' },
} as const satisfies Labels
export type CheckKind = keyof typeof checkLabels
export const checkKinds = namesOf(checkLabels)

export const checkStateLabels = {
  due: { zh: '待核查', en: 'To be checked' },
  recorded: { zh: '已核查，待认定', en: 'Checked, to be decided' },
  objected: { zh: '企业有异议', en: 'Objected' },
  passed: { zh: '合格', en: 'Passed' },
  rectify: { zh: '限期整改', en: 'To be put right' },
  breached: { zh: '违约', en: 'Breach' },
} as const satisfies Labels
export type CheckState = keyof typeof checkStateLabels
export const checkStates = namesOf(checkStateLabels)

export const outcomeLabels = {
  pass: { zh: '合格', en: 'Pass' },
  rectify: { zh: '限期整改', en: 'Put right by a day' },
  breach: { zh: '认定违约', en: 'Breach' },
} as const satisfies Labels
export type Outcome = keyof typeof outcomeLabels
export const outcomes = namesOf(outcomeLabels)

/** Why the clock of idle land stands still: 城市房地产管理法 Art. 26. */
export const idleCauseLabels = {
  government: { zh: '政府原因', en: 'Cause of the government' },
  forceMajeure: { zh: '不可抗力', en: 'Force majeure' },
} as const satisfies Labels
export type IdleCause = keyof typeof idleCauseLabels
export const idleCauses = namesOf(idleCauseLabels)

export const idleStateLabels = {
  quiet: { zh: '正常', en: 'No concern' },
  warning: { zh: '临近闲置', en: 'Near to idle' },
  idleFee: { zh: '满一年未动工', en: 'Idle for a year' },
  takeBack: { zh: '满两年未动工', en: 'Idle for two years' },
  stopped: { zh: '中止建设满一年', en: 'Stopped for a year' },
} as const satisfies Labels
export type IdleState = keyof typeof idleStateLabels

/** Letters on idle land (闲置土地处置办法 53号令): each is written by a person, none follows by itself. */
export const idleActLabels = {
  investigate: { zh: '闲置土地调查通知书', en: 'Notice of investigation' },
  find: { zh: '闲置土地认定书', en: 'Finding: the land is idle' },
  levy: { zh: '征缴土地闲置费决定书', en: 'Decision on the idle fee' },
  takeBack: { zh: '收回国有建设用地使用权决定书', en: 'Decision to take the land back' },
  clear: { zh: '闲置处置完毕', en: 'Settled' },
} as const satisfies Labels
export const idleActs = namesOf(idleActLabels)

export const penaltyLabels = {
  shortfall: { zh: '指标未达约定', en: 'Shortfall of an indicator' },
  lateStart: { zh: '逾期开工', en: 'Late start' },
  lateCompletion: { zh: '逾期竣工', en: 'Late completion' },
} as const satisfies Labels
export type PenaltyKind = keyof typeof penaltyLabels
export const penaltyKinds = namesOf(penaltyLabels)
