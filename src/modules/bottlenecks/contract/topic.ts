import { z } from 'zod'

/** What holds the project up. */
export const topicLabels = {
  land: { zh: '用地', en: 'Land' },
  approval: { zh: '审批', en: 'Approvals' },
  utilities: { zh: '水电气热', en: 'Utilities' },
  capital: { zh: '资金', en: 'Capital' },
  labour: { zh: '用工', en: 'Labour' },
  neighbours: { zh: '征迁与群众', en: 'Clearance and neighbours' },
  design: { zh: '设计施工', en: 'Design and building' },
  market: { zh: '市场', en: 'Market' },
  other: { zh: '其他', en: 'Other' },
} as const
export type Topic = keyof typeof topicLabels
export const topics = Object.keys(topicLabels) as [Topic, ...Topic[]]
export const Topic = z.enum(topics)

export const states = ['open', 'solved', 'dropped'] as const
export type State = (typeof states)[number]
export const stateLabels: Readonly<Record<State, { readonly zh: string; readonly en: string }>> = {
  open: { zh: '办理中', en: 'Open' },
  solved: { zh: '已解决', en: 'Solved' },
  dropped: { zh: '不再办', en: 'Dropped' },
}

export const levelLabels = {
  1: { zh: '一级：责任人', en: 'Level 1: the owner' },
  2: { zh: '二级：分管领导', en: 'Level 2: deputy leader' },
  3: { zh: '三级：主要领导', en: 'Level 3: leader' },
} as const
export type Level = keyof typeof levelLabels

export const verbs = ['assign', 'escalate', 'extend', 'solve', 'reopen', 'drop'] as const
export type Verb = (typeof verbs)[number]
export const actLabels: Readonly<Record<'raise' | Verb, { readonly zh: string; readonly en: string }>> = {
  raise: { zh: '登记堵点', en: 'Raised' },
  assign: { zh: '换责任人', en: 'Given to another' },
  escalate: { zh: '升级', en: 'Escalated' },
  extend: { zh: '延期', en: 'Given more days' },
  solve: { zh: '解决', en: 'Solved' },
  reopen: { zh: '重新办理', en: 'Taken up again' },
  drop: { zh: '不再办', en: 'Dropped' },
}
