import { workdayCount } from '../../../../kernel/workday-count.ts'
import { type Column, PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'
import { milestoneLabels } from '../../../plans/contract/scenario.ts'
import { deviationCauseLabels, type MatterDeviation, type MilestoneDeviation } from '../../contract/deviation.ts'

/** Days by which a date is off what was agreed, shape before words. */
export function offText(days: number | null, reached = false) {
  if (days === null) return { zh: '—', en: '—' }
  const done = reached ? { zh: '（已到）', en: ' (reached)' } : { zh: '', en: '' }
  if (days > 0) return { zh: `△ 晚 ${days} 个工作日${done.zh}`, en: `△ ${workdayCount(days)} behind${done.en}` }
  if (days < 0) return { zh: `▽ 早 ${-days} 个工作日${done.zh}`, en: `▽ ${workdayCount(-days)} ahead${done.en}` }
  return { zh: `○ 按约定${done.zh}`, en: `○ as agreed${done.en}` }
}

/** The milestones against what was promised, and the matters that moved them. */
export function MilestoneDeviations({ milestones }: { readonly milestones: readonly MilestoneDeviation[] }) {
  const say = useText()
  return (
    <dl className="agreement-dates">
      {milestones.map(({ name, promisedOn, nowOn, days, reached, because }) => (
        <div key={name} className={(days ?? 0) > 0 ? 'behind' : ''}>
          <dt>{say(milestoneLabels[name])}</dt>
          <dd>
            <strong>{say(offText(days, reached))}</strong>
            <span className="soft small number">
              {say({
                zh: `承诺 ${promisedOn ?? '—'}，现 ${nowOn ?? '—'}`,
                en: `promised ${promisedOn ?? '—'}, now ${nowOn ?? '—'}`,
              })}
            </span>
            {because.map((one) => (
              <span key={one.code} className="small">
                {say({
                  zh: `${one.name.zh}：${deviationCauseLabels[one.cause].zh}（${one.days} 天）`,
                  en: `${one.name.en}: ${deviationCauseLabels[one.cause].en} (${one.days} d)`,
                })}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const shownAtMost = 12

/** Matters that are not where they were agreed, those furthest behind first. */
export function MatterDeviations({ matters }: { readonly matters: readonly MatterDeviation[] }) {
  const say = useText()
  const off = matters.filter(({ days, cause }) => days !== 0 || cause === 'added' || cause === 'dropped')
  if (off.length === 0) {
    return <p role="status">{say({ zh: '○ 各事项都按约定。', en: '○ Every matter is as agreed.' })}</p>
  }
  const columns: readonly Column<MatterDeviation>[] = [
    { label: { zh: '事项', en: 'Matter' }, cell: ({ name, done }) => `${done ? '✓ ' : ''}${say(name)}` },
    { label: { zh: '约定办结', en: 'Agreed' }, cell: ({ agreedOn }) => agreedOn ?? '—' },
    { label: { zh: '现在', en: 'Now' }, cell: ({ nowOn }) => nowOn ?? '—' },
    { label: { zh: '早晚', en: 'Off by' }, cell: ({ days }) => say(offText(days)) },
    {
      label: { zh: '因为', en: 'Because' },
      cell: ({ cause, by }) =>
        cause === 'none'
          ? ''
          : by === null
            ? say(deviationCauseLabels[cause])
            : say({ zh: `在等“${by.zh}”`, en: `waits for ${by.en}` }),
    },
  ]
  const caption = { zh: '与约定的偏差', en: 'Off the agreed plan' }
  return (
    <>
      <PlainTable caption={caption} columns={columns} rows={off.slice(0, shownAtMost)} keyOf={({ code }) => code} />
      {off.length > shownAtMost && (
        <details>
          <summary className="delays-more">
            {say({ zh: `另有 ${off.length - shownAtMost} 项`, en: `${off.length - shownAtMost} more` })}
          </summary>
          <PlainTable caption={caption} columns={columns} rows={off.slice(shownAtMost)} keyOf={({ code }) => code} />
        </details>
      )}
    </>
  )
}
