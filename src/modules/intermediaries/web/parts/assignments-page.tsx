import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { Assignment } from '../../contract.ts'
import { AssignmentLine } from './assignment-line.tsx'
import { useAssignments } from './use-assignments.ts'
import './intermediaries.css'

const title = { zh: '等我的材料', en: 'Papers asked of me' }

/** An intermediary's first page: which paper, for which project, since when, by when the plan needs it, what moves if it is late. */
export function AssignmentsPage() {
  const say = useText()
  useTitle(title)
  const { data, error, refetch } = useAssignments()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const waiting = data.assignments.filter(({ steps }) => steps.length > 0).sort(byNeed)
  const over = data.assignments.filter(({ steps }) => steps.length === 0)
  const late = waiting.filter((one) => one.late).length
  return (
    <div className="page assignments">
      <h1>{say(title)}</h1>
      <p className="assignments-sentence" role="status">
        {say({
          zh: `${waiting.length} 份等您${late > 0 ? `，其中 ${late} 份方案已经在等` : ''}。`,
          en: `${waiting.length} wait for you${late > 0 ? `; the plan is already waiting for ${late}` : ''}.`,
        })}
      </p>
      {waiting.length === 0 && (
        <p className="card empty-state">
          {say({
            zh: '现在没有等您的材料。企业或代办员委托后会列在这里，并写明方案几号要、晚了影响什么。',
            en: 'Nothing waits for you. What enterprises or agents ask of you will stand here, with the day on which the plan needs it.',
          })}
        </p>
      )}
      {waiting.map((one) => (
        <section key={one.id} className="card">
          <AssignmentLine assignment={one} />
        </section>
      ))}
      {over.length > 0 && (
        <details>
          <summary>{say({ zh: `已了结 ${over.length} 份`, en: `Over: ${over.length}` })}</summary>
          {over.map((one) => (
            <AssignmentLine key={one.id} assignment={one} />
          ))}
        </details>
      )}
    </div>
  )
}

function byNeed(a: Assignment, b: Assignment): number {
  const [one, other] = [a.neededOn ?? '9999', b.neededOn ?? '9999']
  return one < other ? -1 : one > other ? 1 : 0
}
