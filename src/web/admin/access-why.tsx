import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Label } from '../../kernel/label.ts'
import { type AccessStep, explainAccess } from '../../platform/access/contract/explain.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** Why an account can or cannot see a kind of record, or one record: each wall in its order. */
export function AccessWhy({ accountId }: { readonly accountId: string }) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const [kind, setKind] = useState('')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<{ kind?: string; record?: string }>({})
  const found = useQuery(queryOf(explainAccess, { zone: zone.code, id: accountId, ...asked }))
  const options = found.data?.kinds.map(({ name, label }) => ({ value: name, label: say(label) }))
  const record = uuid.exec(typed)?.[0]
  const title = { zh: '为什么能／不能看到', en: 'Why it can or cannot see' }
  return (
    <section aria-label={say(title)}>
      <h3>{say(title)}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setAsked({ ...(kind !== '' && { kind }), ...(record !== undefined && { record }) })
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-kind`}>{say({ zh: '哪类资料', en: 'Which kind of record' })}</label>
          <select id={`${id}-kind`} className="select" value={kind} onChange={({ target }) => setKind(target.value)}>
            <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
            {options?.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-record`}>
            {say({
              zh: '哪一条（粘贴它的网址或编号，可不填）',
              en: 'Which one (paste its address or id; may be empty)',
            })}
          </label>
          <Input id={`${id}-record`} value={typed} onChange={({ target }) => setTyped(target.value)} />
        </div>
        <Button htmlType="submit" disabled={kind === ''} loading={found.isFetching}>
          {say({ zh: '查原因', en: 'Explain' })}
        </Button>
      </form>
      {found.error !== null && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.data && asked.kind !== undefined && <p role="status">{say(verdict(found.data.sees))}</p>}
      <ol className="access-steps">
        {found.data?.steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step: { holds, text } }: { readonly step: AccessStep }) {
  const say = useText()
  const sign = holds === null ? '?' : holds ? '✓' : '✕'
  const spoken =
    holds === null ? { zh: '不知道', en: 'unknown' } : holds ? { zh: '通过', en: 'holds' } : { zh: '拦住', en: 'stops' }
  return (
    <li>
      <span aria-hidden="true">{sign}</span> <span className="visually-hidden">{say(spoken)}: </span>
      {say(text)}
    </li>
  )
}

function verdict(sees: boolean | null): Label {
  if (sees === null) return { zh: '结论：说不准，见下。', en: 'Cannot be told: see below.' }
  return sees ? { zh: '结论：能看到。', en: 'It sees it.' } : { zh: '结论：看不到。', en: 'It does not see it.' }
}
