import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { finishProviderSignIn, proveProviderSignIn } from '../../platform/access/contract/provider-sign-in.ts'
import type { Session } from '../../platform/access/contract.ts'
import { call } from '../client.ts'
import { keepDraftsOf } from '../kit/draft.ts'
import { Opening } from '../kit/opening.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { safeBack } from '../kit/session/back.ts'
import { keepSession } from '../kit/session/session.ts'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.tsx'
import { CodeField } from './code-field.tsx'

const title = { zh: '登录', en: 'Sign in' }

/** Where a provider sends people back to. What it says is taken out of the address and sent on once; a code of the second factor may be asked for. */
export function ProviderBackPage() {
  const say = useText()
  useTitle(title)
  const enter = useEnter()
  const finish = useMutation({
    mutationFn: (answer: string) => call(finishProviderSignIn, { answer }),
    onSuccess: ({ session, back, linked }) => {
      if (linked) enter(null, '/account')
      else if (session) enter(session, safeBack(back ?? undefined) ?? '/')
    },
  })
  const sent = useRef(false)
  const { mutate } = finish
  useEffect(() => {
    if (sent.current) return
    sent.current = true
    const answer = location.search.slice(1)
    // Neither the history nor a copied address keeps the code.
    window.history.replaceState(window.history.state, '', location.pathname)
    mutate(answer)
  }, [mutate])
  const owes = finish.data !== undefined && finish.data.session === null && !finish.data.linked
  return (
    <div className="page narrow-page">
      <h1>{say(title)}</h1>
      {finish.error === null && !owes && <Opening />}
      {owes && <OwedCode back={finish.data.back} />}
      <Refusal error={finish.error} />
      {finish.error !== null && (
        <p>
          <Link to="/sign-in">{say({ zh: '回到登录页', en: 'Back to the sign-in page' })}</Link>
        </p>
      )}
    </div>
  )
}

function OwedCode({ back }: { readonly back: string | null }) {
  const say = useText()
  const enter = useEnter()
  const [code, setCode] = useState('')
  const prove = useMutation({
    mutationFn: () => call(proveProviderSignIn, { code }),
    onSuccess: (session) => enter(session, safeBack(back ?? undefined) ?? '/'),
    onError: () => setCode(''),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        prove.mutate()
      }}
    >
      <p>
        {say({
          zh: '统一登录已通过。您的账号启用了两步验证，请再输入验证码。',
          en: 'The provider knows you. Your account has a second factor: enter its code as well.',
        })}
      </p>
      <Refusal error={prove.error} />
      <CodeField
        id="provider-code"
        label={say({
          zh: '验证器上的 6 位验证码，或恢复码',
          en: 'Six digits of your authenticator, or a recovery code',
        })}
        value={code}
        onChange={setCode}
      />
      <Button type="primary" htmlType="submit" size="large" loading={prove.isPending}>
        {say(title)}
      </Button>
    </form>
  )
}

/** Takes a new session in and goes on, with nothing of this page left in the history. */
function useEnter() {
  const client = useQueryClient()
  const { history } = useRouter()
  return (session: Session | null, to: string) => {
    if (session) {
      keepDraftsOf(session.account.id)
      keepSession(client, session)
    }
    history.replace(to)
  }
}
