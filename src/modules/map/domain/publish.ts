import { Problem } from '../../../kernel/problem.ts'
import type { Publication } from '../contract/publication.ts'

/**
 * 地图管理条例 (State Council Decree 664, 2015) Art. 15, 17, 34: a map that is made public bears a review number; 公开地图内容表示规范
 * (2023) bounds how exactly a public map may show the ground. Hence: no public layer without review number and coarsening.
 * Articles from memory (M); the zone's own limit is data (地图设置).
 */
export function refusePublishing(
  asked: Pick<Publication, 'audience' | 'reviewedOn' | 'toleranceM'>,
  given: { readonly today: string; readonly leastToleranceM: number | null; readonly published: boolean },
): void {
  if (given.published) {
    throw new Problem('conflict', 'map.published_already', {
      zh: '这个图层已经发布。要改审图号或范围，请先撤回再发布。',
      en: 'This layer is published. To change number or audience withdraw it first.',
    })
  }
  if (asked.reviewedOn > given.today) {
    throw new Problem('rule_violated', 'map.reviewed_in_the_future', {
      zh: `审图日期 ${asked.reviewedOn} 还没有到。`,
      en: `The day of the review, ${asked.reviewedOn}, has not come yet.`,
    })
  }
  if (asked.audience === 'inside') return
  if (given.leastToleranceM === null) {
    throw new Problem('rule_violated', 'map.no_setting', {
      zh: '本区还没有“地图设置”，不知道公开图层至少概化多少米。请先在“资料 · 地图设置”中填写。',
      en: 'The zone has no map setting, so nobody knows how far a public layer is coarsened. Enter one under Records first.',
    })
  }
  if (asked.toleranceM < given.leastToleranceM) {
    throw new Problem('rule_violated', 'map.too_exact', {
      zh: `公开图层至少概化 ${given.leastToleranceM} 米，现在是 ${asked.toleranceM} 米。`,
      en: `A public layer is coarsened by at least ${given.leastToleranceM} m; ${asked.toleranceM} m is too exact.`,
    })
  }
}
