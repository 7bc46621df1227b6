import type { Comparison } from '../contract/answers.ts'
import type { Plan, PlannedMatter } from '../contract/plan.ts'

interface Compared extends Pick<Plan, 'milestones'> {
  readonly matters: readonly Pick<PlannedMatter, 'code' | 'applies' | 'start' | 'finish' | 'prior' | 'holds'>[]
}
type One = Compared['matters'][number]

/** What changed from one plan to another, and why: in, out, earlier, later (in the order of the catalogue). */
export function comparePlans(before: Compared, after: Compared): Comparison {
  const earlier = new Map(before.matters.map((matter) => [matter.code, matter]))
  const later = new Map(after.matters.map((matter) => [matter.code, matter]))
  const scheduled = (matter: One | undefined) => matter?.finish !== undefined
  const hasMoved = (code: string) => earlier.get(code)?.finish !== later.get(code)?.finish
  const moved = after.matters.flatMap((matter) => {
    const old = earlier.get(matter.code)
    if (old?.finish === undefined || matter.finish === undefined || old.finish === matter.finish) return []
    return [
      {
        code: matter.code,
        from: old.finish,
        to: matter.finish,
        days: matter.finish - old.finish,
        why: whyMoved(old, matter, hasMoved),
      },
    ]
  })
  return {
    in: after.matters
      .filter((m) => scheduled(m) && !scheduled(earlier.get(m.code)))
      .map((m) => ({ code: m.code, why: whyIn(earlier.get(m.code)) })),
    out: before.matters
      .filter((m) => scheduled(m) && !scheduled(later.get(m.code)))
      .map((m) => ({ code: m.code, why: whyOut(later.get(m.code)) })),
    moved,
    milestones: { before: before.milestones, after: after.milestones },
  }
}

/** Reasons as codes that pages put into words: `applies`, `undecided`, `new`, `gone`, `prior`, `own`, `held-by:CODE`. */
function whyIn(old: One | undefined): string {
  return old === undefined ? 'new' : 'applies'
}

function whyOut(next: One | undefined): string {
  return next === undefined ? 'gone' : next.applies === null ? 'undecided' : 'does-not-apply'
}

function whyMoved(old: One, next: One, hasMoved: (code: string) => boolean): string {
  if (next.prior !== old.prior) return next.prior ? 'prior' : 'no-longer-prior'
  const decides = next.holds?.find(({ kind }) => kind === 'decision')
  const hold = next.start === old.start ? decides : (next.holds?.[0] ?? old.holds?.[0])
  return hold && hasMoved(hold.by) ? `held-by:${hold.by}` : 'own'
}
