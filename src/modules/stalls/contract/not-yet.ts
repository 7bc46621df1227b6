/** 五未: what has been begun and has not come to the next step. */
export const notYetLabels = {
  supplied: { zh: '批而未供', en: 'Approved, not supplied' },
  started: { zh: '供而未用', en: 'Supplied, not started' },
  completed: { zh: '建而未竣', en: 'Begun, not completed' },
  producing: { zh: '竣而未投', en: 'Completed, not producing' },
  atCapacity: { zh: '投而未达', en: 'Producing below plan' },
} as const

export type NotYet = keyof typeof notYetLabels
export const notYets = Object.keys(notYetLabels) as [NotYet, ...NotYet[]]

export const planLabels = {
  support: { zh: '帮扶', en: 'Support' },
  extend: { zh: '延期', en: 'Extend' },
  adjust: { zh: '调整方案', en: 'Adjust' },
  transfer: { zh: '转让', en: 'Transfer' },
  merge: { zh: '兼并重组', en: 'Merge' },
  buyBack: { zh: '协议收购', en: 'Buy back' },
  takeBack: { zh: '依法收回', en: 'Take back by law' },
} as const

export type Plan = keyof typeof planLabels
export const plans = Object.keys(planLabels) as [Plan, ...Plan[]]
