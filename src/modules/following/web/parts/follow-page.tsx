import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { call, queryOf } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { listZones } from '../../../zones/contract.ts'
import { type Followed, followProgress } from '../../contract.ts'
import { FollowedLine } from './followed-line.tsx'
import './following.css'

const title = { zh: '凭码查进度', en: 'Follow by code' }

/** Progress without an account: the code stands behind the # of the address, so that no server's log sees it. */
export function FollowPage() {
  const say = useText()
  useTitle(title)
  const ids = useId()
  const navigate = useNavigate()
  const named: unknown = useSearch({ strict: false, select: (search: Record<string, unknown>) => search.zone })
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const zones = useQuery(queryOf(listZones, {})).data?.zones ?? []
  const [code, setCode] = useState(hash)
  const [chosen, setChosen] = useState<string | null>(null)
  const zone = chosen ?? (typeof named === 'string' ? named : (zones[0]?.code ?? ''))
  const asking = useMutation({ mutationFn: (given: { zone: string; code: string }) => call(followProgress, given) })
  const { mutate } = asking
  useEffect(() => {
    if (hash !== '' && typeof named === 'string') mutate({ zone: named, code: hash })
  }, [hash, named, mutate])
  return (
    <div className="page follow">
      <h1>{say(title)}</h1>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim() === '' || asking.isPending) return
          // The address names no code that was only typed.
          void navigate({ to: '/follow', search: { zone }, replace: true })
          mutate({ zone, code })
        }}
      >
        <div className="field">
          <label htmlFor={`${ids}-zone`}>{say({ zh: '开发区', en: 'Zone' })}</label>
          <select id={`${ids}-zone`} value={zone} onChange={(event) => setChosen(event.target.value)}>
            {zones.map((one) => (
              <option key={one.code} value={one.code}>
                {say(one.name)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${ids}-code`}>{say({ zh: '10 位查询码', en: 'Code of 10 signs' })}</label>
          <Input
            id={`${ids}-code`}
            className="follow-code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        <Refusal error={asking.error} />
        <Button type="primary" htmlType="submit" loading={asking.isPending}>
          {say({ zh: '查进度', en: 'Show' })}
        </Button>
      </form>
      {asking.data && <Shown followed={asking.data} />}
    </div>
  )
}

function Shown({ followed }: { readonly followed: Followed }) {
  const say = useText()
  const mine = followed.cases.filter(({ waitsFor }) => waitsFor === 'applicant').length
  return (
    <section className="card" aria-live="polite">
      <h2>{followed.project}</h2>
      <p className="follow-sentence">
        {say({
          zh: `${mine === 0 ? '没有等申请人的事' : `${mine} 件等申请人`}；${followed.cases.length - mine} 件在部门办理；${followed.done} 件已了结。`,
          en: `${mine === 0 ? 'Nothing waits for the applicant' : `${mine} wait for the applicant`}; ${followed.cases.length - mine} with the offices; ${followed.done} over.`,
        })}
      </p>
      <p className="soft small">
        {say({ zh: `${say(followed.zone)}，截至 ${followed.day}`, en: `${followed.zone.en}, as of ${followed.day}` })}
      </p>
      <ul className="plain-list">
        {followed.cases.map((one) => (
          <li key={`${one.matter.en}${one.since}`}>
            <FollowedLine followed={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
