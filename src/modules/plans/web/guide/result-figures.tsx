import type { ReactNode } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { formatDay, formatNumber, formatYuan } from '../../../../web/kit/format.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { Guide } from '../../contract/answers.ts'
import type { Plan } from '../../contract/plan.ts'
import { milestoneMatters } from '../../contract/scenario.ts'
import type { GuideState } from './use-guide.ts'

interface ResultFiguresProps {
  readonly state: GuideState
  readonly guide: Guide
}

/** Matters, papers, days and money so far. Old figures stay, paler, while new ones are on their way. */
export function ResultFigures({ state, guide: { plan } }: ResultFiguresProps) {
  const say = useText()
  const language = useLanguage()
  const applying = plan.matters.filter((matter) => matter.applies === true).length
  const own = plan.papers.filter((paper) => paper.preparedBy === 'enterprise').length
  const issued = plan.papers.filter((paper) => paper.preparedBy === 'intermediary').length
  const open = plan.undecided.length
  return (
    <div role="status" className="figures" aria-busy={state.guide.isPlaceholderData}>
      <Figure name={{ zh: '事项', en: 'Matters' }} value={String(applying)}>
        {open > 0 && say({ zh: `另有 ${open} 项待定`, en: `${open} more undecided` })}
      </Figure>
      <Figure name={{ zh: '企业备材料', en: 'Papers to prepare' }} value={String(own)}>
        {issued > 0 && say({ zh: `中介出具 ${issued} 份`, en: `${issued} more by intermediaries` })}
      </Figure>
      <Days name={{ zh: '到施工许可', en: 'To the permit' }} plan={plan} milestone="permit" />
      <Days name={{ zh: '到投产', en: 'To production' }} plan={plan} milestone="production" />
      <Figure
        name={{ zh: '费用', en: 'Money' }}
        value={unknownMoney(plan) ? say(undecided) : formatYuan(plan.fees.payable, language)}
      >
        {plan.fees.incomplete &&
          !unknownMoney(plan) &&
          say({ zh: '已知部分，还会增加', en: 'known so far, more to come' })}
      </Figure>
      <Notes plan={plan} />
    </div>
  )
}

const notNeeded: Label = { zh: '不用办', en: 'not needed' }
const undecided: Label = { zh: '待定', en: 'undecided' }

/** While matters are undecided the number is a lower bound, and says so. */
function daysLabel(days: number, incomplete: boolean): Label {
  const [zh, en] = [formatNumber(days, 'zh', 1), formatNumber(days, 'en', 1)]
  return incomplete
    ? { zh: `至少 ${zh} 个工作日`, en: `at least ${en} working days` }
    : { zh: `${zh} 个工作日`, en: `${en} working days` }
}

/** The result in one line, for the bar on a phone. */
export function briefLabel(plan: Plan): Label {
  const matters = plan.matters.filter((matter) => matter.applies === true).length
  const open = plan.undecided.length
  const zh = `事项 ${matters}${open > 0 ? `，另 ${open} 待定` : ''}`
  const en = `${matters} matters${open > 0 ? `, ${open} undecided` : ''}`
  const days = plan.milestones.production
  if (days === null) return { zh, en }
  const until = daysLabel(days, plan.milestones.incomplete)
  return { zh: `${zh} · 投产${until.zh}`, en: `${en} · production in ${until.en}` }
}

interface DaysProps {
  readonly name: Label
  readonly plan: Plan
  readonly milestone: 'permit' | 'production'
}

function Days({ name, plan, milestone }: DaysProps) {
  const say = useText()
  const language = useLanguage()
  const days = plan.milestones[milestone]
  const ending = plan.matters.find((matter) => matter.code === milestoneMatters[milestone])
  if (days === null) return <Figure name={name} value={say(ending?.applies === false ? notNeeded : undecided)} />
  const date = ending?.finishDate
  return (
    <Figure name={name} value={say(daysLabel(days, plan.milestones.incomplete))}>
      {date && formatDay(date, language)}
    </Figure>
  )
}

const unknownMoney = (plan: Plan) => plan.fees.incomplete && Number(plan.fees.payable) === 0

interface FigureProps {
  readonly name: Label
  readonly value: string
  readonly children?: ReactNode
}

function Figure({ name, value, children }: FigureProps) {
  const say = useText()
  return (
    <div className="figure">
      <span className="soft small">{say(name)}</span>
      <strong className="number">{value}</strong>
      {children && <span className="soft small">{children}</span>}
    </div>
  )
}

function Notes({ plan }: { readonly plan: Plan }) {
  const say = useText()
  const notes: Label[] = []
  if (plan.undated.length > 0) {
    notes.push({
      zh: '没有填施工工期：天数只算审批和准备，不含土建施工。',
      en: 'No construction time is given: the days count approvals and preparation, not the building works.',
    })
  }
  if (plan.milestones.incomplete) {
    notes.push({ zh: '还有待定事项，天数可能变长。', en: 'Some matters are undecided: it may take longer.' })
  }
  if (plan.assumedStandardLand) {
    notes.push({
      zh: '这种办理方式按标准地计算：假设区域评估已由开发区做好。',
      en: 'Reckoned as if on standard land, with the assessments done by the zone.',
    })
  }
  if (plan.provisional) {
    notes.push({
      zh: '部分日期所在年份的放假安排还没公布，为暂定。',
      en: 'Dates in years whose holidays are not announced yet are provisional.',
    })
  }
  return notes.map((note) => (
    <p key={note.en} className="soft small figure-note">
      {say(note)}
    </p>
  ))
}
