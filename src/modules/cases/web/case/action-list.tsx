import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useText } from '../../../../web/text.tsx'
import { actionLabel } from '../../contract/action-verbs.ts'
import type { CaseAction, CaseDetail } from '../../contract/case.ts'
import { procedureLabels, reversalLabels } from '../../contract/procedure.ts'
import { resultMeanings, stateMeanings } from '../../contract/state.ts'
import { opinionLabels } from '../parts/labels.ts'

/** What was done, the latest first; a step that was entered after its legal day says so. */
export function ActionList({ detail }: { readonly detail: CaseDetail }) {
  return (
    <ol className="plain-list actions">
      {detail.actions.toReversed().map((action) => (
        <li key={action.ordinal}>
          <ActionLine action={action} detail={detail} />
        </li>
      ))}
    </ol>
  )
}

/** For whom, to whom, by whom, for how long: what the longer steps have beside their name. */
function Beside({ action }: { readonly action: CaseAction }) {
  const say = useText()
  const { behalfOf, department, target, days, reversal } = action
  const parts = [
    behalfOf !== null && { zh: `代 ${behalfOf}`, en: `for ${behalfOf}` },
    department !== null && { zh: department, en: department },
    target !== null && { zh: `转给 ${target}`, en: `to ${target}` },
    days !== null && { zh: `延长 ${days} 天`, en: `${days} days more` },
    reversal !== null && reversalLabels[reversal],
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  return <span className="soft"> · {parts.map(say).join(' · ')}</span>
}

function ActionLine({ action, detail }: { readonly action: CaseAction; readonly detail: CaseDetail }) {
  const say = useText()
  const label = actionLabel(action.verb)
  const afterwards = legalDayOf(new Date(action.at)) !== action.happenedOn
  const names = action.papers.flatMap((ref) => detail.papers.find((paper) => paper.ref === ref) ?? [])
  return (
    <>
      <p>
        <span className="number">{action.happenedOn}</span> <strong>{say(label)}</strong>
        {action.result !== null && ` · ${say(resultMeanings[action.result].label)}`}
        {action.opinion !== null && ` · ${say(opinionLabels[action.opinion])}`}{' '}
        <span className="soft">{action.actorName}</span>
        <Beside action={action} />
        {action.from !== action.to && action.from !== null && (
          <span className="small soft"> → {say(stateMeanings[action.to].label)}</span>
        )}
        {afterwards && (
          <span className="mark" title={readableMoment(action.at)}>
            {say({
              zh: `补记，录入于 ${readableMoment(action.at)}`,
              en: `entered afterwards, ${readableMoment(action.at)}`,
            })}
          </span>
        )}
      </p>
      {action.reason !== null && <p className="said">{action.reason}</p>}
      {action.remedies !== null && <p className="said small">{action.remedies}</p>}
      {action.promisedDays !== null && (
        <p className="small">
          {action.procedure !== null && `${say(procedureLabels[action.procedure])}：`}
          {say({
            zh: `告知需 ${action.promisedDays} 个工作日`,
            en: `${workdayCount(action.promisedDays)} told`,
          })}
        </p>
      )}
      {action.notice !== null && (
        <p className="small soft">{say({ zh: `文号 ${action.notice}`, en: `No. ${action.notice}` })}</p>
      )}
      {names.length > 0 && action.verb !== 'accept' && (
        <p className="small soft">{names.map(({ name }) => say(name)).join(say({ zh: '、', en: ', ' }))}</p>
      )}
    </>
  )
}
