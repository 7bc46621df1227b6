import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { listBadRatings, listMatterRatings } from '../../contract.ts'
import { BadRatingLine } from './bad-rating-line.tsx'
import './ratings.css'

const title = { zh: '好差评', en: 'Ratings' }

/** Bad ratings to call back, and what matters are rated: never persons. */
export function RatingsPage() {
  const say = useText()
  useTitle(title)
  const { may } = useMember()
  return (
    <div className="page ratings">
      <h1>{say(title)}</h1>
      {may('ratings.callBack') && <BadRatings />}
      <Matters />
    </div>
  )
}

function BadRatings() {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(listBadRatings, { zone: zone.code }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const open = data.ratings.filter(({ steps }) => steps.length > 0).length
  return (
    <section className="card">
      <h2>
        {say({ zh: '差评回访', en: 'Bad ratings to call back' })} <span className="soft number">{open}</span>
      </h2>
      <p className="soft small">
        {say({
          zh: '只显示您没有经办过的办件的差评；评价人对经办人保密，请勿转告。',
          en: 'Only ratings of cases in which you had no hand. Who rated is not for the handler: do not pass it on.',
        })}
      </p>
      {data.ratings.length === 0 && (
        <p className="soft">
          {say({
            zh: '没有差评。企业打“不满意”“非常不满意”后，会在这里计时，等回访、整改和答复。',
            en: 'None. Ratings of the two lowest grades will stand here with their clock.',
          })}
        </p>
      )}
      <ul className="plain-list">
        {data.ratings.map((rating) => (
          <li key={rating.id}>
            <BadRatingLine rating={rating} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function percent(share: number | null): string {
  return share === null ? '—' : `${Math.round(share * 100)}%`
}

function Matters() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery({ ...queryOf(listMatterRatings, { zone: zone.code }), staleTime: 0 })
  if (data === undefined) return null
  return (
    <section>
      <h2>{say({ zh: '各事项', en: 'By matter' })}</h2>
      {data.matters.length === 0 ? (
        <p className="soft">
          {say({
            zh: '还没有评价。按事项汇总，不按人。',
            en: 'No ratings yet. They are counted by matter, not by person.',
          })}
        </p>
      ) : (
        <>
          <PlainTable
            caption={{ zh: '各事项评价', en: 'Ratings by matter' }}
            rows={data.matters}
            keyOf={({ matter }) => matter.code}
            columns={[
              { label: { zh: '事项', en: 'Matter' }, cell: ({ matter }) => say(matter.name) },
              { label: { zh: '评价数', en: 'Ratings' }, cell: ({ count }) => <span className="number">{count}</span> },
              { label: { zh: '满意率', en: 'Satisfied' }, cell: ({ satisfied }) => percent(satisfied) },
              { label: { zh: '差评', en: 'Bad' }, cell: ({ bad }) => bad ?? '—' },
              { label: { zh: '差评按期办结', en: 'Bad, in time' }, cell: ({ badInTime }) => percent(badInTime) },
            ]}
          />
          <p className="small soft">
            {say({
              zh: '少于 3 条的事项不显示结果，以免看出是谁评的。',
              en: 'Matters with fewer than 3 ratings show no result, so that nobody can tell who rated.',
            })}
          </p>
        </>
      )}
    </section>
  )
}
