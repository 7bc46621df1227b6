import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { type PlaceKind, placeLabels } from '../../contract/place.ts'
import { getLayout } from '../../contract.ts'
import { ConflictList } from './conflict-list.tsx'
import { PlaceTable } from './place-table.tsx'
import { PlanTable } from './plan-table.tsx'

const kinds = Object.keys(placeLabels) as PlaceKind[]

/** Every part of the zone by kind, how much stands there, and how its plans stand today. */
export function LayoutOverview() {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(getLayout, { zone: zone.code }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { places, plans } = data
  return (
    <>
      {places.length === 0 && (
        <p className="card" role="status">
          {say({
            zh: '还没有登记场所。在“核·园·基地与场所”里新建核、园、基地和专业园，这里和地图上就能看到。',
            en: 'No places yet. Enter cores, parks and bases in the next tab: they show here and on the map.',
          })}
        </p>
      )}
      {kinds.map((kind) => {
        const rows = places.filter((one) => one.kind === kind)
        if (rows.length === 0) return null
        return (
          <section key={kind}>
            <h2>
              {say(placeLabels[kind])} <span className="number">{rows.length}</span>
            </h2>
            <PlaceTable rows={rows} all={places} caption={placeLabels[kind]} />
          </section>
        )
      })}
      {plans.length > 0 && <PlanTable plans={plans} />}
      {plans.length > 0 && <ConflictList conflicts={data.conflicts} undrawn={data.undrawn} />}
    </>
  )
}
