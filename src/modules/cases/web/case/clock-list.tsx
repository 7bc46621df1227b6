import { useText } from '../../../../web/text.tsx'
import type { CaseDetail } from '../../contract/case.ts'
import { type CaseClock, clockKindLabels, type Light } from '../../contract/clock.ts'
import { LightMark } from '../parts/light-mark.tsx'

/** Every clock with its budget, what it has used, and the day on which it ends; suspensions with their reasons. */
export function ClockList({ detail }: { readonly detail: CaseDetail }) {
  const say = useText()
  if (detail.clocks.length + detail.expectedOwed.length === 0)
    return <p className="soft">{say({ zh: '没有正在计的期限。', en: 'No limit runs.' })}</p>
  return (
    <ul className="plain-list clocks">
      {detail.clocks.map((clock, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clocks only grow; two of one day differ in nothing else
        <li key={`${clock.kind} ${clock.ref} ${i}`}>
          <ClockLine clock={clock} detail={detail} />
        </li>
      ))}
      {detail.expectedOwed.map((expected) => (
        <li key={expected.ref}>
          <ExpectedLine expected={expected} detail={detail} />
        </li>
      ))}
    </ul>
  )
}

/** No days are counted yet: the plan says when the other matter is to start, and may say another day tomorrow. */
function ExpectedLine({
  expected: { ref, matter, on },
  detail,
}: {
  readonly expected: CaseDetail['expectedOwed'][number]
  readonly detail: CaseDetail
}) {
  const say = useText()
  const paper = detail.papers.find((one) => one.ref === ref)
  return (
    <>
      <div className="clock-line">
        <strong>
          {say(clockKindLabels.owed)}
          {paper && `：${say(paper.name)}`}
        </strong>
        <span className="mark">{say({ zh: '预测', en: 'forecast' })}</span>
        <span className="number">
          {on === null ? say({ zh: '方案还没有给出日期', en: 'no day in the plan yet' }) : on}
        </span>
      </div>
      <p className="small soft">
        {say({
          zh: `应在“${matter.name.zh}”开始前补齐；日期按运行方案推算，会随方案变动。开始时还没有补齐的，按容缺逾期处理。`,
          en: `Must be there before "${matter.name.en}" starts; the day is the running plan's and moves with it. Without it by then the tolerance lapses.`,
        })}
      </p>
    </>
  )
}

function ClockLine({ clock, detail }: { readonly clock: CaseClock; readonly detail: CaseDetail }) {
  const say = useText()
  const name = clockKindLabels[clock.kind]
  const paper = detail.papers.find(({ ref }) => ref === clock.ref)
  const asked = detail.review?.asked.find(({ departmentId }) => clock.kind === 'opinion' && departmentId === clock.ref)
  const unit = clock.unit === 'workday' ? { zh: '个工作日', en: 'working days' } : { zh: '天', en: 'days' }
  const stops = clock.entries.filter(({ kind }) => kind !== 'started' && kind !== 'ended')
  const share = clock.total === 0 ? 1 : Math.min(1, clock.used / clock.total)
  return (
    <>
      <div className="clock-line">
        <strong>
          {say(name)}
          {paper && `：${say(paper.name)}`}
          {asked && `：${asked.department}`}
        </strong>
        {clock.ended ? (
          <span className="soft">{say({ zh: '✓ 已结束', en: '✓ ended' })}</span>
        ) : (
          <LightMark light={lightOf(clock)} sentence={false} />
        )}
        <span className="number">
          {say({
            zh: `第 ${clock.used} / ${clock.total} ${unit.zh}`,
            en: `${clock.used} of ${clock.total} ${unit.en}`,
          })}
        </span>
        <span className="number soft">{say(dueText(clock))}</span>
      </div>
      <span className={`clock-bar light-${lightOf(clock).kind}`} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {stops.map((entry) => (
        <p key={`${entry.kind} ${entry.on}`} className="small soft">
          {say(entryText(entry))}
        </p>
      ))}
      {clock.provisional && (
        <p className="small soft">
          {say({ zh: '日期暂定：放假通知还没有公布。', en: 'Provisional: the holiday notice is not out yet.' })}
        </p>
      )}
    </>
  )
}

function lightOf({ ended, colour }: CaseClock): Light {
  return { kind: ended ? 'done' : colour, text: { zh: '', en: '' } }
}

function dueText({ ended, dueOn, late, entries }: CaseClock) {
  const last = entries.at(-1)?.on ?? ''
  if (ended) return { zh: last, en: last }
  if (dueOn === null) return { zh: '计时暂停中', en: 'the clock stands still' }
  if (late > 0) return { zh: `${dueOn} 到期，已超 ${late} 天`, en: `due on ${dueOn}, ${late} late` }
  return { zh: `${dueOn} 到期`, en: `due on ${dueOn}` }
}

function entryText({ kind, on, reason, paper, days }: CaseClock['entries'][number]) {
  const noted = [reason?.replace(/[。.]$/, ''), paper].filter((part) => part !== null && part !== undefined).join(' ')
  const length = days === null ? { zh: '', en: '' } : { zh: `，${days} 天`, en: `, ${days} days` }
  if (kind === 'suspended')
    return { zh: `${on} 中止：${noted}${length.zh}`, en: `${on} suspended: ${noted}${length.en}` }
  if (kind === 'resumed') return { zh: `${on} 恢复：${noted}`, en: `${on} resumed: ${noted}` }
  return { zh: `${on} 延长：${noted}${length.zh}`, en: `${on} extended: ${noted}${length.en}` }
}
