export const workKinds = {
  road: { zh: '道路', en: 'Road' },
  sewage: { zh: '污水处理', en: 'Sewage treatment' },
  water: { zh: '供水', en: 'Water supply' },
  steam: { zh: '蒸汽', en: 'Steam' },
  heat: { zh: '供热', en: 'Heat' },
  gas: { zh: '燃气', en: 'Gas' },
  power: { zh: '供电', en: 'Power' },
  plant: { zh: '标准厂房', en: 'Standard plants' },
  park: { zh: '园区配套', en: 'Facilities of a park' },
} as const
export type WorkKind = keyof typeof workKinds

export const workStates = {
  planned: { zh: '谋划', en: 'Planned' },
  approved: { zh: '已批概算', en: 'Estimate approved' },
  building: { zh: '在建', en: 'Under way' },
  suspended: { zh: '停工', en: 'Suspended' },
  completed: { zh: '已竣工', en: 'Completed' },
  operating: { zh: '建成运营', en: 'In operation' },
  cancelled: { zh: '不再建', en: 'Cancelled' },
} as const
export type WorkState = keyof typeof workStates

export const workVerbs = ['approve', 'start', 'suspend', 'resume', 'complete', 'operate', 'cancel'] as const
export type WorkVerb = (typeof workVerbs)[number]
export const verbLabels: Readonly<Record<WorkVerb, { readonly zh: string; readonly en: string }>> = {
  approve: { zh: '批复概算', en: 'Approve the estimate' },
  start: { zh: '开工', en: 'Start' },
  suspend: { zh: '停工', en: 'Suspend' },
  resume: { zh: '复工', en: 'Resume' },
  complete: { zh: '竣工', en: 'Complete' },
  operate: { zh: '投入运营', en: 'Put into operation' },
  cancel: { zh: '不再建', en: 'Cancel' },
}

export const sourceKinds = {
  bond: { zh: '专项债', en: 'Special bond' },
  budget: { zh: '财政预算', en: 'Budget' },
  own: { zh: '自有资金', en: 'Own money' },
  loan: { zh: '银行贷款', en: 'Loan' },
} as const

export const tenderModes = {
  open: { zh: '公开招标', en: 'Open tender' },
  invited: { zh: '邀请招标', en: 'Invited tender' },
  negotiation: { zh: '竞争性谈判或磋商', en: 'Competitive negotiation' },
  single: { zh: '单一来源', en: 'Single source' },
  direct: { zh: '直接发包（限额以下）', en: 'Direct, below the limit' },
} as const

export const acceptanceKinds = {
  quality: { zh: '质量竣工验收', en: 'Quality' },
  planning: { zh: '规划核实', en: 'Planning' },
  fire: { zh: '消防验收', en: 'Fire safety' },
  environment: { zh: '环保验收', en: 'Environment' },
  archives: { zh: '档案验收', en: 'Archives' },
  final: { zh: '竣工验收（综合）', en: 'Final acceptance' },
} as const

export const acceptanceResults = {
  passed: { zh: '通过', en: 'Passed' },
  passedWithDefects: { zh: '通过，限期整改', en: 'Passed, defects to be made good' },
  failed: { zh: '不通过', en: 'Not passed' },
} as const
