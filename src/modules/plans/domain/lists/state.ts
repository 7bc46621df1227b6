import type { Label } from '../../../../kernel/label.ts'
import type { PlannedMatter } from '../../contract/plan.ts'

/** Where a matter stands, with a shape before the words so that no colour is needed. */
export function stateOf(matter: PlannedMatter): Label {
  if (matter.applies === null) return { zh: '？ 待定', en: '? undecided' }
  if (matter.applies === false) return { zh: '✗ 不需要办', en: '✗ not needed' }
  if (matter.follows) return { zh: '↪ 投产后', en: '↪ after production' }
  if (matter.prior) return { zh: '✓ 开发区已办', en: '✓ done by the zone' }
  if (matter.critical) return { zh: '◆ 关键路径', en: '◆ critical' }
  const slack = matter.slack ?? 0
  return { zh: `机动 ${slack} 天`, en: `${slack} d slack` }
}
