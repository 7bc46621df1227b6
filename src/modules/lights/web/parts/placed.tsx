import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { subjectLabels } from '../../contract/subject.ts'
import { LightMark } from './light-mark.tsx'
import { LightTable } from './light-table.tsx'
import { useLights } from './use-lights.ts'

/** The lights of one project, each with its number and rule. */
export function OfProject({ project }: { readonly project: string }) {
  const say = useText()
  const { data, error, refetch } = useLights(project)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const [lit] = data.projects
  if (lit === undefined) {
    return (
      <p className="card">
        {say({
          zh: '还没有节点、月报和台账，亮不了灯。请先在“推进”里填写。',
          en: 'No milestone, report or ledger yet: enter them under Progress, and the lights follow.',
        })}
      </p>
    )
  }
  return (
    <div className="card">
      <ul className="plain-list">
        {lit.lights.map(({ subject, colour, reason, source }) => (
          <li key={subject}>
            <strong>{say(subjectLabels[subject])}</strong> <LightMark colour={colour} /> {say(reason)}
            <p className="soft small">{say({ zh: `依据：${source}`, en: `Rule: ${source}` })}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Projects with a red light, on a leader's first page. */
export function OfToday() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useLights()
  const red = data?.projects.filter(({ worst }) => worst === 'red') ?? []
  if (red.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: `红灯项目 ${red.length}`, en: `Projects with a red light: ${red.length}` })}</h2>
      <LightTable projects={red} />
      <p>
        <Link to="/lights" search={{ zone: zone.code }}>
          {say({ zh: '全部预警灯', en: 'All lights' })}
        </Link>
      </p>
    </section>
  )
}
