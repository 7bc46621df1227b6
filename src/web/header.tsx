import { Link, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useMenuKey } from './command/use-menu-key.ts'
import { useSession } from './kit/session/session.ts'
import { useWork } from './kit/session/use-work.ts'
import { setPreferences, usePreferences } from './preferences.ts'
import { shellLinks, shellParts } from './shell-part.ts'
import { useText } from './text.tsx'

const SignedInBar = lazy(() => import('./session/signed-in-bar.tsx').then((m) => ({ default: m.SignedInBar })))

export function Header() {
  const say = useText()
  const { session } = useSession()
  const [menu, setMenu] = useMenuKey(session !== null)
  return (
    <header className="top">
      <div className="top-name">
        <Link to="/" className="brand">
          {say({ zh: '落地', en: 'Luodi' })}
        </Link>
        {shellParts.map(({ Place }, i) => Place && <Place key={String(i)} />)}
      </div>
      <Navigation />
      {session ? (
        <Suspense>
          <SignedInBar session={session} menu={menu} onMenu={setMenu} />
        </Suspense>
      ) : (
        <Choices />
      )}
    </header>
  )
}

function Navigation() {
  const say = useText()
  const here = useRouterState({ select: (state) => state.location.pathname })
  const work = useWork()
  const open = shellLinks.filter(({ needs }) => needs === undefined || needs.some((one) => work?.may(one)))
  const family = shellLinks.find((link) => link.to === here)?.family
  return (
    <nav aria-label={say({ zh: '主导航', en: 'Main' })}>
      {open.map((link) => (
        <Link
          key={link.to}
          to={link.to}
          search={
            family !== undefined && link.family === family ? true : work && link.needs ? { zone: work.zone.code } : {}
          }
          activeOptions={{ includeSearch: false }}
          className="nav-link"
        >
          {say(link.label)}
        </Link>
      ))}
    </nav>
  )
}

function Choices() {
  const { language, large } = usePreferences()
  const say = useText()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="top-choices">
      <Button
        aria-pressed={large}
        type={large ? 'primary' : 'default'}
        onClick={() => setPreferences({ large: !large })}
      >
        {say({ zh: '大字', en: 'Large print' })}
      </Button>
      <Button lang={other} onClick={() => setPreferences({ language: other })}>
        {other === 'en' ? 'English' : '中文'}
      </Button>
      <Link to="/sign-in" className="nav-link">
        {say({ zh: '登录', en: 'Sign in' })}
      </Link>
    </div>
  )
}
