import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { confirmRound, roundStates, type YieldReport } from '../../contract.ts'
import { ObjectForm } from './object-form.tsx'
import { Objections } from './objections.tsx'
import { PublishForm } from './publish-form.tsx'
import { ResultsTable } from './results-table.tsx'
import { SheetView } from './sheet-view.tsx'
import { useRound, yieldDoors } from './use-yields.ts'

/** One evaluation: how it stands, what can be done, objections and results. */
export function RoundView({ id }: { readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useRound(id)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { round, may, results } = data
  const incomplete = results.filter(({ standing }) => standing === 'incomplete').length
  return (
    <>
      <p>
        <Link to="/yields" search={{ zone: zone.code }}>
          {say({ zh: '← 各年度', en: '← All years' })}
        </Link>
      </p>
      <section className="card">
        <h2>
          {say({ zh: `${round.year} 年度`, en: `Year ${round.year}` })}{' '}
          <span className="mark">{say(roundStates[round.state])}</span>{' '}
          {round.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
        </h2>
        <p>{say(whenText(round))}</p>
        <SheetView sheet={round.sheet} />
        {may.publish && <PublishForm round={round} incomplete={incomplete} />}
        {may.object && <ObjectForm round={round.id} />}
        {may.confirm && <ConfirmButton report={data} />}
      </section>
      <Objections report={data} />
      <ResultsTable results={results} />
    </>
  )
}

function whenText({ state, publishedOn, objectUntil, finalOn }: YieldReport['round']) {
  if (state === 'draft') {
    return {
      zh: '按现有年度数据当场测算，没有公示，数据改了结果就变。',
      en: 'Computed from the data as they are now; not published, and moving with the data.',
    }
  }
  const until = {
    zh: `${publishedOn} 公示，异议期至 ${objectUntil}`,
    en: `Published on ${publishedOn}, open to objection until ${objectUntil}`,
  }
  return finalOn === null
    ? { zh: `${until.zh}。`, en: `${until.en}.` }
    : { zh: `${until.zh}；${finalOn} 确定。`, en: `${until.en}; final on ${finalOn}.` }
}

function ConfirmButton({ report: { round } }: { readonly report: YieldReport }) {
  const say = useText()
  const act = useAct(confirmRound, { stale: yieldDoors })
  return (
    <>
      <Button
        type="primary"
        loading={act.isPending}
        onClick={() => act.mutate({ id: round.id, version: round.version })}
      >
        {say({ zh: '确定结果', en: 'Make final' })}
      </Button>
      <Refusal error={act.error} />
    </>
  )
}
