import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { colours } from '../../contract/subject.ts'
import { LightMark } from './light-mark.tsx'
import { LightTable } from './light-table.tsx'
import { useLights } from './use-lights.ts'

const title = { zh: '预警灯', en: 'Warning lights' }

/** The lights of all projects of which progress is entered, red first. */
export function LightsPage() {
  const say = useText()
  useTitle(title)
  const { zone, may } = useMember()
  const { data, error, refetch } = useLights()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { projects, unfollowed } = data
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p className="light-counts">
        {colours.map((colour) => (
          <span key={colour}>
            <LightMark colour={colour} />{' '}
            <strong className="number">{projects.filter(({ worst }) => worst === colour).length}</strong>
          </span>
        ))}
      </p>
      {projects.length > 0 && <LightTable projects={projects} />}
      <p className="soft small">
        {say({
          zh: `另有 ${unfollowed} 个项目没有节点、月报和台账，无从亮灯。`,
          en: `${unfollowed} more projects have no milestone, report or ledger: no light can be given.`,
        })}{' '}
        {may('lights.readRules') && (
          <Link to="/records/$kind" params={{ kind: 'light-rules' }} search={{ zone: zone.code }}>
            {say({ zh: '本区的预警灯规则', en: "The zone's own rules" })}
          </Link>
        )}
      </p>
    </div>
  )
}
