import { Link } from '@tanstack/react-router'
import { useWork } from '../kit/session/use-work.ts'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.tsx'
import { ApiTokens } from './api-tokens.tsx'
import { OwnIdentities } from './own-identities.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { useHasPassword } from './use-has-password.ts'
import './own-account.css'

const title = { zh: '账号与登录安全', en: 'Account and sign-in' }

/** What everybody does with the own account: password, second factor, where it is signed in. */
export function OwnAccountPage() {
  const say = useText()
  useTitle(title)
  const work = useWork()
  const hasPassword = useHasPassword()
  return (
    <div className="page narrow-page own-account">
      <h1>{say(title)}</h1>
      <section className="card" aria-label={say({ zh: '口令', en: 'Password' })}>
        <h2>{say({ zh: '口令', en: 'Password' })}</h2>
        {hasPassword ? (
          <Link to="/password">{say({ zh: '修改口令', en: 'Change password' })}</Link>
        ) : (
          <p>
            {say({
              zh: '您的账号没有口令，只用统一登录进入。',
              en: 'Your account has no password: a provider opens it.',
            })}
          </p>
        )}
      </section>
      <OwnIdentities />
      <SecondFactorCard />
      <OwnSessions />
      {work && <ApiTokens zone={work.zone.code} />}
    </div>
  )
}
