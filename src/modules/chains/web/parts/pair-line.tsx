import { Button } from 'antd'
import { useState } from 'react'
import { formatNumber } from '../../../../web/kit/format.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { type Side, sideLabels } from '../../contract/posting.ts'
import {
  answerMatch,
  introduceMatch,
  matchStateLabels,
  type PostingView,
  type TradePair,
} from '../../contract/trade.ts'
import { ScoreParts } from './score-parts.tsx'
import { tradeDoors } from './use-trade.ts'

/** A supply beside a demand with the reasons, what became of it, and what may be done now. */
export function PairLine({ pair }: { readonly pair: TradePair }) {
  const say = useText()
  const introduce = useAct(introduceMatch, { stale: tradeDoors })
  const { supply, demand, match } = pair
  return (
    <div className="chain-pair">
      <div className="chain-pair-sides">
        <PostingText posting={supply} />
        <PostingText posting={demand} />
      </div>
      <ScoreParts match={pair} />
      {match !== null && (
        <p>
          <span className="mark">{say(matchStateLabels[match.state])}</span>{' '}
          {match.state === 'open' && <Awaited pair={pair} />}
          {match.reason !== null && match.reason}
        </p>
      )}
      {pair.mayIntroduce && (
        <div className="form-actions">
          <Button
            loading={introduce.isPending}
            onClick={() => introduce.mutate({ supply: supply.id, demand: demand.id })}
          >
            {say({ zh: '牵线', en: 'Bring together' })}
            <span className="visually-hidden">
              ：{supply.enterprise.name}，{demand.enterprise.name}
            </span>
          </Button>
        </div>
      )}
      <Refusal error={introduce.error} />
      {match?.mayAnswer.map((side) => (
        <AnswerForm key={side} pair={pair} side={side} />
      ))}
    </div>
  )
}

function PostingText({ posting }: { readonly posting: PostingView }) {
  const say = useText()
  const language = useLanguage()
  const { side, enterprise, product, quantity, unit, region, fromOn, untilOn, sample } = posting
  const amount = quantity === null ? null : `${formatNumber(quantity, language)} ${unit ?? ''}`.trim()
  const time = fromOn === null && untilOn === null ? null : `${fromOn ?? ''} – ${untilOn ?? ''}`
  return (
    <p>
      <span className="mark">{say(sideLabels[side])}</span> <strong>{product}</strong>{' '}
      {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      <br />
      {enterprise.name}
      <br />
      <span className="small soft">{[amount, region, time].filter((one) => one !== null).join(' · ')}</span>
    </p>
  )
}

/** Whose answer is awaited. */
function Awaited({ pair: { supply, demand, match } }: { readonly pair: TradePair }) {
  const say = useText()
  const whose = [
    ...(match?.supplyAnswer === null ? [supply.enterprise.name] : []),
    ...(match?.demandAnswer === null ? [demand.enterprise.name] : []),
  ].join('、')
  return <span className="small">{say({ zh: `等 ${whose} 答复`, en: `${whose} to answer` })}</span>
}

function AnswerForm({ pair, side }: { readonly pair: TradePair; readonly side: Side }) {
  const say = useText()
  const [declining, setDeclining] = useState(false)
  const act = useAct(answerMatch, { stale: tradeDoors, onDone: () => setDeclining(false) })
  const { match } = pair
  if (match === null) return null
  const send = (accept: boolean, reason: string | null) =>
    act.mutate({ id: match.id, version: match.version, side, accept, reason })
  const whom = pair[side].enterprise.name
  if (declining) {
    return (
      <WordsForm
        act={{ zh: `${whom}：谢绝`, en: `${whom}: decline` }}
        label={{ zh: '原因', en: 'Reason' }}
        pending={act.isPending}
        error={act.error}
        onSubmit={(reason) => send(false, reason)}
        onCancel={() => setDeclining(false)}
      />
    )
  }
  return (
    <>
      <div className="form-actions">
        <Button loading={act.isPending} onClick={() => send(true, null)}>
          {say({ zh: `${whom}：同意`, en: `${whom}: accept` })}
        </Button>
        <Button onClick={() => setDeclining(true)}>{say({ zh: `${whom}：谢绝`, en: `${whom}: decline` })}</Button>
      </div>
      <Refusal error={act.error} />
    </>
  )
}
