import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { roundStates, type YieldRound } from '../../contract.ts'
import { OpenForm } from './open-form.tsx'
import { RoundView } from './round-view.tsx'
import { useRounds } from './use-yields.ts'
import './yields.css'

const title = { zh: '亩均评价', en: 'Per-mu evaluation' }

/** Evaluations by year; one of them (`?round=`) with its results. */
export function YieldsPage() {
  const say = useText()
  useTitle(title)
  const { search } = useAddress()
  return (
    <div className="page yields">
      <h1>{say(title)}</h1>
      {search.round === undefined ? <Rounds /> : <RoundView key={search.round} id={search.round} />}
    </div>
  )
}

function Rounds() {
  const say = useText()
  const { zone, may } = useMember()
  const { data, error, refetch } = useRounds()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      {data.rounds.length === 0 ? (
        <p className="card empty-state">
          {say({
            zh: '还没有评价。先录入企业年度数据，再按公式单开始一年的评价；公示后企业可在异议期内提出异议。',
            en: 'No evaluation yet. Enter annual values, open one by a formula sheet, publish it, and hear objections.',
          })}
        </p>
      ) : (
        <PlainTable<YieldRound>
          caption={title}
          rows={data.rounds}
          keyOf={({ id }) => id}
          columns={[
            {
              label: { zh: '年度', en: 'Year' },
              cell: ({ id, year }) => (
                <Link to="/yields" search={{ zone: zone.code, round: id }} className="number">
                  {year}
                </Link>
              ),
            },
            { label: { zh: '状态', en: 'State' }, cell: ({ state }) => say(roundStates[state]) },
            { label: { zh: '公式单', en: 'Formula sheet' }, cell: ({ sheet }) => say(sheet.name) },
            { label: { zh: '公示日期', en: 'Published' }, cell: ({ publishedOn }) => publishedOn ?? '—' },
            { label: { zh: '异议截止', en: 'Objections until' }, cell: ({ objectUntil }) => objectUntil ?? '—' },
          ]}
        />
      )}
      {may('yields.evaluate') && <OpenForm />}
    </>
  )
}
