import type { Permission } from '../../../../kernel/endpoint.ts'
import type { Label } from '../../../../kernel/label.ts'
import { keysAt, type ProjectGroup } from '../../../../web/kit/places.ts'

const own = {
  plan: { group: 'plan', label: { zh: '方案', en: 'Plan' } },
  cases: { group: 'plan', label: { zh: '办件', en: 'Cases' } },
  papers: { group: 'plan', label: { zh: '材料与承诺', en: 'Papers and commitments' } },
  people: { group: 'firm', label: { zh: '人员', en: 'People' } },
  evidence: { group: 'file', label: { zh: '凭证', en: 'Evidence' } },
  timeline: { group: 'file', label: { zh: '时间线', en: 'Time line' } },
  basis: { group: 'plan', label: { zh: '方案依据', en: 'Basis' } },
} as const satisfies Readonly<Record<string, { readonly group: ProjectGroup; readonly label: Label }>>

/** A tab that the page itself has; the others are of modules. */
export type OwnTab = keyof typeof own

export interface ProjectTab {
  readonly key: string
  readonly label: Label
  readonly group: ProjectGroup
  readonly own: OwnTab | null
}

/** Of the groups in the order in which a project goes through them. */
export const groups: Readonly<Record<ProjectGroup, Label>> = {
  plan: { zh: '计划与办件', en: 'Plan and cases' },
  land: { zh: '用地与建设', en: 'Land and building' },
  drive: { zh: '调度与要素', en: 'Dispatch and elements' },
  firm: { zh: '企业与资金', en: 'Enterprise and money' },
  file: { zh: '档案', en: 'On file' },
}

/** The tabs that the reader may open. */
export function tabsFor(may: (permission: Permission) => boolean): readonly ProjectTab[] {
  return [
    ...(Object.keys(own) as OwnTab[])
      .filter((key) => key !== 'basis' || may('projects.write'))
      .map((key) => ({ key, ...own[key], own: key })),
    ...keysAt('project.tab', may).map(({ key, label, group }) => ({ key, label, group, own: null })),
  ]
}
