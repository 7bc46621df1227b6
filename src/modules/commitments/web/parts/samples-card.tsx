import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type CommitmentSample, drawSample, listSamples } from '../../contract/samples.ts'
import { listCommitments } from '../../contract.ts'

/** Draws a sample, and shows those that were drawn with what is needed to draw them again. */
export function SamplesCard() {
  const say = useText()
  const { zone, may } = useMember()
  const { data } = useQuery({ ...queryOf(listSamples, { zone: zone.code }), staleTime: 0 })
  if (data === undefined) return null
  return (
    <section className="card">
      <h2>{say({ zh: '随机抽查', en: 'Random samples' })}</h2>
      <p>
        {say({
          zh: `${data.candidates} 份已签署、已据以办结、尚未安排核查。抽取比例按各企业信用等级，信用越低抽得越多。`,
          en: `${data.candidates} are signed, decided upon and without a check. The rate follows each enterprise's credit: the lower, the more.`,
        })}
      </p>
      {may('commitments.drawSample') && data.candidates > 0 && <DrawForm />}
      {data.samples.map((one) => (
        <Drawn key={one.id} sample={one} />
      ))}
    </section>
  )
}

function DrawForm() {
  const say = useText()
  const id = useId()
  const [days, setDays] = useState('20')
  const act = useAct(drawSample, { stale: [listSamples.name, listCommitments.name] })
  const ready = /^[1-9]\d{0,2}$/.test(days)
  return (
    <form
      className="form-actions"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !act.isPending) act.mutate({ days: Number(days) })
      }}
    >
      <label htmlFor={id}>{say({ zh: '核查期限（工作日）', en: 'Working days to the check' })}</label>
      <Input
        id={id}
        inputMode="numeric"
        className="commitment-days"
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
        {say({ zh: '抽取', en: 'Draw' })}
      </Button>
      <Refusal error={act.error} />
    </form>
  )
}

function Drawn({ sample }: { readonly sample: CommitmentSample }) {
  const say = useText()
  return (
    <details className="small">
      <summary>
        {say({
          zh: `${sample.drawnAt.slice(0, 10)} ${sample.drawnBy}：${sample.population.length} 份中抽 ${sample.drawn.length} 份`,
          en: `${sample.drawnAt.slice(0, 10)}, ${sample.drawnBy}: ${sample.drawn.length} of ${sample.population.length}`,
        })}
      </summary>
      <p className="number">{say({ zh: `种子 ${sample.seed}`, en: `seed ${sample.seed}` })}</p>
      <ul className="number">
        {sample.population.map(({ id, percent }) => (
          <li key={id}>
            {sample.drawn.includes(id) ? '●' : '○'} {id} · {percent}%
          </li>
        ))}
      </ul>
    </details>
  )
}
