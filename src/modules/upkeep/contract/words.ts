/** What is broken, by the trade that mends it. */
export const faultKinds = {
  power: { zh: '供配电、照明', en: 'Power and light' },
  water: { zh: '给排水', en: 'Water and drains' },
  climate: { zh: '暖通空调', en: 'Heating and air' },
  doors: { zh: '门窗、门禁', en: 'Doors and windows' },
  lift: { zh: '电梯、行车', en: 'Lifts and cranes' },
  fire: { zh: '消防设施', en: 'Fire protection' },
  structure: { zh: '墙体、屋面、地面', en: 'Walls, roof, floor' },
  network: { zh: '网络、弱电', en: 'Network' },
  other: { zh: '其他', en: 'Other' },
} as const
export type FaultKind = keyof typeof faultKinds
/** @public For schemas. */
export const kinds = Object.keys(faultKinds) as [FaultKind, ...FaultKind[]]

/** How soon it must be seen to; the hours are the zone's rule. */
export const urgencyLabels = {
  urgent: { zh: '紧急（危及安全或停产）', en: 'Urgent (danger or standstill)' },
  soon: { zh: '较急', en: 'Soon' },
  normal: { zh: '一般', en: 'Normal' },
} as const
export type Urgency = keyof typeof urgencyLabels
export const urgencies = Object.keys(urgencyLabels) as [Urgency, ...Urgency[]]

export const faultStates = {
  reported: { zh: '待接单', en: 'Waiting' },
  taken: { zh: '维修中', en: 'Being mended' },
  done: { zh: '已修好', en: 'Mended' },
  dropped: { zh: '不修', en: 'Not mended' },
} as const
export type FaultState = keyof typeof faultStates
export const states = Object.keys(faultStates) as [FaultState, ...FaultState[]]

export const verbLabels = {
  take: { zh: '接单', en: 'Take it' },
  finish: { zh: '修好', en: 'Mended' },
  drop: { zh: '不修', en: 'Will not be mended' },
  rate: { zh: '评价', en: 'Rate' },
  reopen: { zh: '没有修好，重新报修', en: 'Still broken: report again' },
} as const
export type FaultVerb = keyof typeof verbLabels
export const verbs = Object.keys(verbLabels) as [FaultVerb, ...FaultVerb[]]

export const payerLabels = {
  lessor: { zh: '出租方（运营公司）', en: 'Lessor (operator)' },
  lessee: { zh: '承租方', en: 'Lessee' },
  warranty: { zh: '施工、设备保修', en: 'Builder or maker, under warranty' },
} as const
export type Payer = keyof typeof payerLabels
export const payers = Object.keys(payerLabels) as [Payer, ...Payer[]]
