import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Problem } from '../../kernel/problem.ts'
import { signIn } from '../../platform/access/contract.ts'
import { call } from '../client.ts'
import { keepDraftsOf } from '../kit/draft.ts'
import { PasswordField } from '../kit/password-field.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { safeBack } from '../kit/session/back.ts'
import { keepSession, useSession } from '../kit/session/session.ts'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.tsx'
import { CodeField } from './code-field.tsx'
import { type Invited, ProviderButtons } from './provider-buttons.tsx'
import './sign-in.css'

const title = { zh: '登录', en: 'Sign in' }

/** Leads back to where it was asked for. A wrong login and a wrong password get the server's one sentence; a lock-out says how long. */
export function SignInPage({
  back,
  invited,
}: {
  readonly back: string | undefined
  readonly invited: Invited | undefined
}) {
  const say = useText()
  useTitle(title)
  const { session } = useSession()
  if (session && !invited) return <Return to={safeBack(back) ?? '/'} />
  return (
    <div className="page narrow-page">
      <h1>{say(title)}</h1>
      {safeBack(back) !== undefined && (
        <p className="notice">
          {say({
            zh: '登录后回到刚才的页面，已填的内容还在。',
            en: 'After signing in you are back where you were, with what you had filled in.',
          })}
        </p>
      )}
      {!invited && <PasswordForm />}
      <ProviderButtons back={safeBack(back)} invited={invited} />
      <p className="soft small">
        {say({
          zh: '没有账号或忘记口令，请联系所在开发区的系统管理员。查看投资指南不用登录。',
          en: "No account, or the password forgotten: ask your zone's administrator. The investor's guide needs no sign-in.",
        })}
      </p>
    </div>
  )
}

function PasswordForm() {
  const say = useText()
  const { login, password, code, setLogin, setPassword, setCode, needsCode, attempt } = useSignIn()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        attempt.mutate()
      }}
    >
      <Refusal error={attempt.error} />
      <div className="field">
        <label htmlFor="login">{say({ zh: '登录名', en: 'Login' })}</label>
        <Input
          id="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={100}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </div>
      <PasswordField
        id="password"
        label={say({ zh: '口令', en: 'Password' })}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      {needsCode && (
        <CodeField
          id="code"
          label={say({
            zh: '验证器上的 6 位验证码，或恢复码',
            en: 'Six digits of your authenticator, or a recovery code',
          })}
          value={code}
          onChange={setCode}
        />
      )}
      <Button type="primary" htmlType="submit" size="large" loading={attempt.isPending}>
        {say(title)}
      </Button>
    </form>
  )
}

/** An address as it stands, with what is behind its `?`. */
function Return({ to }: { readonly to: string }) {
  const { history } = useRouter()
  useEffect(() => history.replace(to), [history, to])
  return null
}

function useSignIn() {
  const client = useQueryClient()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const attempt = useMutation({
    mutationFn: () => call(signIn, { login, password, ...(needsCode && { code }) }),
    onSuccess: (session) => {
      keepDraftsOf(session.account.id)
      keepSession(client, session)
    },
    onError: (error) => {
      const said = error instanceof Problem ? error.code : ''
      if (said === 'access.code_needed') setNeedsCode(true)
      // The password was right: only the code is asked for again.
      if (said === 'access.code_needed' || said === 'access.code_wrong') setCode('')
      else setPassword('')
    },
  })
  return { login, password, code, setLogin, setPassword, setCode, needsCode, attempt }
}
