import { Link } from '@tanstack/react-router'
import { muFromSqm } from '../../../../kernel/area.ts'
import type { Label } from '../../../../kernel/label.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfParcel } from '../../../../web/kit/placed.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { parcelStateLabels } from '../../contract/state.ts'
import { AssessmentCard } from './assessment-card.tsx'
import { GroundCard } from './ground-card.tsx'
import { IndicatorCard } from './indicator-card.tsx'
import { ReviseCard } from './revise-card.tsx'
import { SideMarks } from './side-marks.tsx'
import { useReadiness } from './use-parcels.ts'

/** One parcel: facts, readiness with what lacks, indicators that bind, ground through time, projects on it. */
export function ParcelPage({ id }: { readonly id: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const { data, error, refetch } = useReadiness(id)
  useTitle({ zh: data?.name ?? '地块', en: data?.name ?? 'Parcel' })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { name, registeredSqm, landKind, retiredOn } = data
  return (
    <div className="page">
      <h1>{name}</h1>
      <p>
        <strong>
          {retiredOn === null
            ? say(parcelStateLabels[data.state])
            : say({
                zh: `${retiredOn} 因分割或合并注销`,
                en: `Ended on ${retiredOn} by a split or merge`,
              })}
        </strong>
        <SideMarks sideStates={data.sideStates} />
        <span className="number">
          {' '}
          {say({
            zh: `${muFromSqm(registeredSqm)} 亩（${registeredSqm} m²）`,
            en: `${muFromSqm(registeredSqm)} mu (${registeredSqm} m²)`,
          })}
        </span>{' '}
        <Link to="/records/$kind" params={{ kind: 'parcels' }} search={{ zone: zone.code, record: id }}>
          {say({ zh: '全部字段、历史和附件', en: 'All fields, history, files' })}
        </Link>
      </p>
      {retiredOn === null && <ReadinessCard gaps={[...data.assessmentGaps, ...data.servicingGaps]} />}
      {retiredOn === null && may('parcels.decide') && (
        <ReviseCard id={id} version={data.version} registeredSqm={registeredSqm} landKind={landKind} />
      )}
      <GroundCard id={id} isEnded={retiredOn !== null} />
      <PlacedOfParcel parcel={id} />
      <IndicatorCard id={id} />
      <AssessmentCard assessments={data.assessments} />
      <section className="card">
        <h2>{say({ zh: '落地项目', en: 'Projects on it' })}</h2>
        {data.projects.length === 0 && (
          <p>
            {say({
              zh: '还没有项目。在项目页“用地”里选择地块。',
              en: 'None yet. A parcel is chosen on the page of a project, under Land.',
            })}
          </p>
        )}
        <ul className="plain-list">
          {data.projects.map((project) => (
            <li key={`${project.id}${project.since}`}>
              <Link to="/projects/$id" params={{ id: project.id }} search={{ zone: zone.code, view: 'land' }}>
                {project.name}
              </Link>{' '}
              <span className="number">
                {project.since} – {project.until ?? ''}
              </span>{' '}
              {project.reason}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function ReadinessCard({ gaps }: { readonly gaps: readonly Label[] }) {
  const say = useText()
  return (
    <section className="card">
      <h2>{say({ zh: '净地进度', en: 'Readiness' })}</h2>
      {gaps.length === 0 ? (
        <p>{say({ zh: '区域评估有效，净地条件具备。', en: 'Assessments hold and the land is cleared.' })}</p>
      ) : (
        <ul>
          {gaps.map((gap) => (
            <li key={gap.zh}>{say(gap)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
