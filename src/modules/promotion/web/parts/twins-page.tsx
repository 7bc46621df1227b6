import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatDay, formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { decideTwin, listTwins, type TwinPair } from '../../contract/twins.ts'
import { leadStageLabels, type TwinDecision, twinDecisionLabels } from '../../contract/words.ts'
import { PromotionNav } from './promotion-nav.tsx'
import { Reasons } from './twin-list.tsx'
import { promotionDoors } from './use-promotion.ts'

const title = { zh: '疑似重复', en: 'Look-alikes' }

/** Pairs of leads that may be one, with every reason; a person decides, nothing is merged by itself. */
export function TwinsPage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const found = useQuery({ ...queryOf(listTwins, { zone: zone.code }), staleTime: 0 })
  return (
    <div className="page">
      <PromotionNav />
      <h1>{say(title)}</h1>
      <p className="soft">
        {say({
          zh: '按名称、代码、电话和项目内容比对，理由逐条列出。判定由人作出，不会自动合并。',
          en: 'Compared by names, codes, telephones and what is made; every reason is stated. A person decides, nothing is merged by itself.',
        })}
      </p>
      {found.error !== null && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.data === undefined && found.error === null && <Opening />}
      {found.data?.pairs.length === 0 && (
        <p className="card" role="status">
          {say({ zh: '没有待判定的疑似重复。', en: 'No look-alikes wait for a decision.' })}
        </p>
      )}
      <ul className="pair-list">
        {found.data?.pairs.map((pair) => (
          <li key={`${pair.a.id} ${pair.b.id}`}>
            <Pair pair={pair} />
          </li>
        ))}
      </ul>
      {found.data?.more && (
        <p>{say({ zh: '还有更多，判定后会接着列出。', en: 'There are more: they follow as these are decided.' })}</p>
      )}
    </div>
  )
}

function Pair({ pair }: { readonly pair: TwinPair }) {
  const say = useText()
  const { may } = useMember()
  const [decision, setDecision] = useState<TwinDecision | null>(null)
  const [keepA, setKeepA] = useState(true)
  const act = useAct(decideTwin, { stale: promotionDoors, onDone: () => setDecision(null) })
  const [keep, other] = keepA ? [pair.a, pair.b] : [pair.b, pair.a]
  const sideOf = ({ id, version }: TwinPair['a']) => ({ id, version })
  const likely =
    pair.verdict === 'same' ? { zh: '很可能是同一个', en: 'Likely the same' } : { zh: '也许有关', en: 'May be related' }
  return (
    <article className="card">
      <p>
        <span className="mark">{say(likely)}</span> <span className="number soft">{pair.score}</span>
      </p>
      <div className="pair-sides">
        <Side side={pair.a} />
        <Side side={pair.b} />
      </div>
      <Reasons reasons={pair.reasons} />
      {may('promotion.decide') && decision === null && (
        <div className="form-actions">
          <Button type={pair.verdict === 'same' ? 'primary' : 'default'} onClick={() => setDecision('merge')}>
            {say(twinDecisionLabels.merge)}
          </Button>
          <Button onClick={() => setDecision('related')}>{say(twinDecisionLabels.related)}</Button>
          <Button onClick={() => setDecision('different')}>{say(twinDecisionLabels.different)}</Button>
        </div>
      )}
      {decision !== null && (
        <WordsForm
          act={twinDecisionLabels[decision]}
          label={{ zh: '依据', en: 'Why' }}
          pending={act.isPending}
          error={act.error}
          onSubmit={(reason) => act.mutate({ keep: sideOf(keep), other: sideOf(other), decision, reason })}
          onCancel={() => setDecision(null)}
        >
          {decision === 'merge' && (
            <fieldset className="field">
              <legend>
                {say({
                  zh: '保留哪一条（另一条并入，记录都保留）',
                  en: 'Which one goes on (the other ends in it, all records stay)',
                })}
              </legend>
              {[true, false].map((one) => (
                <label key={String(one)} className="keep-choice">
                  <input
                    type="radio"
                    name={`keep-${pair.a.id}`}
                    checked={keepA === one}
                    onChange={() => setKeepA(one)}
                  />{' '}
                  {one ? `${pair.a.company} · ${pair.a.name}` : `${pair.b.company} · ${pair.b.name}`}
                </label>
              ))}
            </fieldset>
          )}
        </WordsForm>
      )}
    </article>
  )
}

function Side({ side }: { readonly side: TwinPair['a'] }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  return (
    <div>
      <p>
        <Link to="/leads/$id" params={{ id: side.id }} search={{ zone: zone.code }}>
          {side.company}
        </Link>
      </p>
      <p>{side.name}</p>
      <p className="soft small lead-line">
        <span>{say(leadStageLabels[side.stage])}</span>
        {side.investmentYuan !== null && <span className="number">{formatYuan(side.investmentYuan, language)}</span>}
        <span>{formatDay(side.foundOn, language)}</span>
        {side.owner !== null && <span>{side.owner}</span>}
      </p>
    </div>
  )
}
