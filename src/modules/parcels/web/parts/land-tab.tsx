import { Link } from '@tanstack/react-router'
import { muFromSqm } from '../../../../kernel/area.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { PlaceForm } from './place-form.tsx'
import { useProjectLand } from './use-parcels.ts'

/** The land of a project: where it stands, what that says to its plan, where it stood before. */
export function LandTab({ project }: { readonly project: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const { data, error, refetch } = useProjectLand(project)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { parcel, says, since, warnings, before } = data
  return (
    <section>
      {parcel === null || says === null ? (
        <p role="status">
          {say({
            zh: '项目还没有落到地块。选定地块后，供地类型、面积和区域评估的结论会进入方案。',
            en: 'The project stands on no parcel yet. Once it does, kind of land, area and findings go into its plan.',
          })}
        </p>
      ) : (
        <div className="card">
          <h3>
            <Link to="/parcels/$id" params={{ id: parcel.id }} search={{ zone: zone.code }}>
              {parcel.name}
            </Link>{' '}
            <span className="number">
              {muFromSqm(parcel.registeredSqm)} {say({ zh: '亩', en: 'mu' })} · {since}
            </span>
          </h3>
          <p>{say(says.why)}</p>
          {[...says.gaps.slice(1), ...warnings].map((text) => (
            <p key={text.zh} className="notice notice-warning">
              {say(text)}
            </p>
          ))}
        </div>
      )}
      {may('parcels.place') && <PlaceForm project={project} moved={parcel !== null} />}
      {before.length > 1 && (
        <ul className="plain-list small">
          {before.map((one) => (
            <li key={`${one.parcel}${one.since}`}>
              <span className="number">
                {one.since} – {one.until ?? ''}
              </span>{' '}
              {one.name} {one.reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
