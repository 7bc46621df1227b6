import type { Label } from '../../../kernel/label.ts'
import { workdayCount } from '../../../kernel/workday-count.ts'
import { type ActionVerb, actionLabel, actionVerbs } from '../../cases/contract/action-verbs.ts'
import type { MilestoneMove } from '../../plans/contract/difference.ts'
import { milestoneLabels, milestoneMatters } from '../../plans/contract/scenario.ts'
import type { PlanChange } from '../contract.ts'

/** Names of matters by code, as they came with the changes. */
export type Names = Readonly<Record<string, Label>>

/** What happened, in one sentence without what followed from it. */
export function causeText(change: PlanChange, names: Names): Label {
  switch (change.cause) {
    case 'begin':
      return { zh: '方案开始计算', en: 'The plan begins' }
    case 'case':
      return caseText(change)
    case 'basis':
      return change.because ?? { zh: '项目要素或开始日改了', en: 'Facts or the first day were changed' }
    case 'catalogue':
      return { zh: '改按新版事项目录', en: 'Moved to a newer catalogue' }
    case 'calendar':
      return { zh: '工作日历更正', en: 'The calendar was corrected' }
    case 'reforms':
      return { zh: '本区改革开关变化', en: "The zone's reforms changed" }
    case 'time':
      return timeText(change, names)
  }
}

function caseText({ matter, verb }: PlanChange): Label {
  const known = actionVerbs.find((one): one is ActionVerb => one === verb)
  const done = known === undefined ? { zh: '有新的办理', en: 'moved on' } : actionLabel(known)
  const name = matter?.name ?? { zh: '', en: '' }
  return { zh: `“${name.zh}”${done.zh}`, en: `${name.en}: ${done.en}` }
}

/** Nobody did anything: what was to be done is what moved by itself. */
function timeText({ moved, milestones, sinceDay }: PlanChange, names: Names): Label {
  const codes = milestones.flatMap(({ name }) => behind(milestoneMatters[name], moved))
  const waiting = [...new Set(codes)].slice(0, 3)
  const since = { zh: sinceDay === null ? '' : `${sinceDay} 以来`, en: sinceDay === null ? '' : ` since ${sinceDay}` }
  const list = (language: 'zh' | 'en', mark: string) =>
    waiting.map((code) => names[code]?.[language] ?? code).join(mark)
  if (waiting.length === 0) return { zh: `${since.zh}没有新的办理`, en: `Nothing was done${since.en}` }
  return {
    zh: `${since.zh}没有新的办理，在等：${list('zh', '、')}`,
    en: `Nothing was done${since.en}; waiting for ${list('en', ', ')}`,
  }
}

/** Whom a matter waited for in the end, along what held up each one; itself when it waited for nobody. */
function behind(code: string, moved: PlanChange['moved']): string[] {
  const seen = new Set<string>()
  let at = code
  for (;;) {
    const line = moved.find((one) => one.code === at)
    const holder = line?.why.startsWith('held-by:') ? line.why.slice('held-by:'.length) : null
    if (line === undefined) return []
    if (holder === null || seen.has(holder)) return [at]
    seen.add(holder)
    at = holder
  }
}

/** What became of a milestone, with its days. */
export function milestoneText({ name, days, fromOn, toOn }: MilestoneMove): Label {
  const label = milestoneLabels[name]
  const on = toOn ?? ''
  if (fromOn === null && days === null) return { zh: `${label.zh} ${on}`, en: `${label.en} ${on}` }
  const dates = fromOn !== null && toOn !== null && fromOn !== toOn ? `${fromOn} → ${toOn}` : on
  if (days === null) return { zh: `${label.zh}不再在方案内`, en: `${label.en} is no longer in the plan` }
  const size = Math.abs(days)
  if (days > 0) {
    return {
      zh: `△ ${label.zh}推迟 ${size} 个工作日 ${dates}`,
      en: `△ ${label.en} ${workdayCount(size)} later ${dates}`,
    }
  }
  return {
    zh: `▽ ${label.zh}提前 ${size} 个工作日 ${dates}`,
    en: `▽ ${label.en} ${workdayCount(size)} earlier ${dates}`,
  }
}

/** What followed where no milestone moved. */
export function quietText({ moved, in: came, out }: PlanChange): Label {
  const zh = [
    came.length > 0 ? `新增 ${came.length} 项` : '',
    out.length > 0 ? `不再需要 ${out.length} 项` : '',
    moved.length > 0 ? `${moved.length} 项移动` : '',
  ]
  const en = [
    came.length > 0 ? `${came.length} added` : '',
    out.length > 0 ? `${out.length} dropped` : '',
    moved.length > 0 ? `${moved.length} moved` : '',
  ]
  return {
    zh: `○ 节点不变（${zh.filter(Boolean).join('，')}）`,
    en: `○ no milestone moved (${en.filter(Boolean).join(', ')})`,
  }
}

const reasons: Readonly<Record<string, Label>> = {
  applies: { zh: '现在适用', en: 'applies now' },
  undecided: { zh: '暂时无法判断', en: 'undecided now' },
  'does-not-apply': { zh: '现在不适用', en: 'no longer applies' },
  new: { zh: '目录新增', en: 'new in the catalogue' },
  gone: { zh: '目录已删除', en: 'gone from the catalogue' },
  prior: { zh: '由开发区提前办', en: 'done ahead by the zone' },
  'no-longer-prior': { zh: '不再由开发区提前办', en: 'no longer done ahead' },
  own: { zh: '本身的时间变了', en: 'its own time changed' },
}

/** Why one matter moved. */
export function whyText(why: string, names: Names): Label {
  const holder = why.startsWith('held-by:') ? why.slice('held-by:'.length) : null
  if (holder === null) return reasons[why] ?? { zh: why, en: why }
  const name = names[holder] ?? { zh: holder, en: holder }
  return { zh: `因为等“${name.zh}”`, en: `waits for ${name.en}` }
}
