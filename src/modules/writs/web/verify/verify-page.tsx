import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { verifyWrit } from '../../contract/verify.ts'
import { Verified } from './verified.tsx'
import './verify.css'

const title = { zh: '文书核验', en: 'Verify a document' }

/** For anybody with a paper in hand: whether its code is genuine, and whether it still stands. */
export function VerifyPage({ code }: { readonly code: string | null }) {
  const say = useText()
  useTitle(title)
  const { data, error, refetch } = useQuery({
    ...queryOf(verifyWrit, { code: code ?? '' }),
    enabled: code !== null,
    staleTime: 0,
  })
  return (
    <div className="page verify">
      <h1>{say(title)}</h1>
      <CodeForm code={code ?? ''} />
      {error !== null && <Failure error={error} onRetry={() => refetch()} />}
      {code !== null && data === undefined && error === null && <Opening />}
      {data && <Verified answer={data} />}
    </div>
  )
}

function CodeForm({ code }: { readonly code: string }) {
  const say = useText()
  const id = useId()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(code)
  return (
    <form
      className="card verify-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') void navigate({ to: '/verify/$code', params: { code: typed.trim() } })
      }}
    >
      <div className="field">
        <label htmlFor={id}>{say({ zh: '核验码（印在文书末尾）', en: 'Code (at the end of the document)' })}</label>
        <Input
          id={id}
          value={typed}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          placeholder="linyi.7K3M-9Q2X-WT4P"
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit">
        {say({ zh: '核验', en: 'Verify' })}
      </Button>
    </form>
  )
}
