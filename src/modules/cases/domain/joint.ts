import type { BundleWay } from '../contract/bundle.ts'
import type { CasePaper } from '../contract/paper.ts'
import { refuse } from './refuse.ts'

/** One matter of a joint application with what it asks for. */
export interface JointPart {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly department: string
  readonly papers: readonly CasePaper[]
}

interface JointPaper {
  readonly ref: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly matters: readonly string[]
  /** At least one of the matters cannot do without it. */
  readonly hard: boolean
  readonly status: CasePaper['status']
}

/**
 * Several matters on one form (多证合一; 优化营商环境条例 2019, art. 56: what one has handed in is not asked for again): every paper once.
 * One that the project has already is there for all.
 */
export function joinPapers(parts: readonly JointPart[]): JointPaper[] {
  const joined = new Map<string, { paper: CasePaper; matters: string[]; hard: boolean }>()
  for (const { code, papers } of parts) {
    for (const paper of papers) {
      const known = joined.get(paper.ref)
      if (known) {
        known.matters.push(code)
        known.hard ||= paper.treatment === 'hard'
      } else joined.set(paper.ref, { paper, matters: [code], hard: paper.treatment === 'hard' })
    }
  }
  return [...joined.values()].map(({ paper, matters, hard }) => ({
    ...{ ref: paper.ref, name: { zh: paper.name.zh, en: paper.name.en }, status: paper.status },
    ...{ matters, hard },
  }))
}

/** The one department that handles all of them; null when there are several. */
export function commonDepartment(parts: readonly JointPart[]): string | null {
  const [first, ...rest] = new Set(parts.map(({ department }) => department))
  return first !== undefined && rest.length === 0 ? first : null
}

/** Refuses a form of matters that nobody handles together: the same matter twice, or several departments without the one window. */
export function refuseJoint(parts: readonly JointPart[], through: BundleWay): void {
  const codes = new Set(parts.map(({ code }) => code))
  if (parts.length < 2 || codes.size !== parts.length) {
    throw refuse('joint_needs_two', {
      zh: '合并申请至少要选两个不同的事项。',
      en: 'A joint application needs at least two different matters.',
    })
  }
  if (through === 'window' || commonDepartment(parts) !== null) return
  const names = [...new Set(parts.map(({ department }) => department))]
  throw refuse(
    'joint_several_departments',
    {
      zh: `所选事项分属${names.join('、')}，请改由综合窗口统一收件，或只选同一部门的事项。`,
      en: `These matters belong to different departments (${names.join(', ')}): hand the form in at the one window, or choose matters of one department.`,
    },
    { departments: names },
  )
}
