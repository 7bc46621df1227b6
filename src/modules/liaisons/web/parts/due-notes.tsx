import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { listDue } from '../../contract.ts'
import './liaisons.css'

/** Notes whose day has come, the longest late first; nothing when there are none. */
export function DueNotes() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery({ ...queryOf(listDue, { zone: zone.code, mine: true }), staleTime: 0 })
  const notes = data?.notes ?? []
  if (notes.length === 0) return null
  return (
    <section className="card due-notes">
      <h2>{say({ zh: `今天要跟进 ${notes.length}`, en: `To take up today: ${notes.length}` })}</h2>
      <ul className="plain-list">
        {notes.map(({ id, project, words, nextStep, followUpOn, late }) => (
          <li key={id}>
            <Link to="/projects/$id" params={{ id: project.id }} search={{ zone: zone.code, view: 'liaison' }}>
              {project.name}
            </Link>{' '}
            <span className={late > 0 ? 'mark mark-late' : 'mark'}>
              {late > 0
                ? say({ zh: `▲ 晚 ${late} 个工作日`, en: `▲ ${workdayCount(late)} late` })
                : say({ zh: `今天 ${followUpOn}`, en: `today, ${followUpOn}` })}
            </span>
            <p className="small">{nextStep ?? words}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
