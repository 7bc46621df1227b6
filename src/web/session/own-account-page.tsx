import { Link } from '@tanstack/react-router'
import { useWork } from '../kit/session/use-work.ts'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.tsx'
import { ApiTokens } from './api-tokens.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import './own-account.css'

const title = { zh: '账号与登录安全', en: 'Account and sign-in' }

/** What everybody does with the own account: password, second factor, where it is signed in. */
export function OwnAccountPage() {
  const say = useText()
  useTitle(title)
  const work = useWork()
  return (
    <div className="page narrow-page own-account">
      <h1>{say(title)}</h1>
      <section className="card" aria-label={say({ zh: '口令', en: 'Password' })}>
        <h2>{say({ zh: '口令', en: 'Password' })}</h2>
        <Link to="/password">{say({ zh: '修改口令', en: 'Change password' })}</Link>
      </section>
      <SecondFactorCard />
      <OwnSessions />
      {work && <ApiTokens zone={work.zone.code} />}
    </div>
  )
}
