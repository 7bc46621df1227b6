import { Link, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useMenuKey } from './command/use-menu-key.ts'
import { Popover } from './kit/popover.tsx'
import { useSession } from './kit/session/session.ts'
import { useWork } from './kit/session/use-work.ts'
import { usePhone } from './kit/use-phone.ts'
import { setPreferences, usePreferences } from './preferences.ts'
import { type ShellLink, shellLinks, shellParts } from './shell-part.ts'
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

/** So many links stand in the bar; what a role may open beside them is one press further. */
const inBar = { desk: 6, phone: 4 }

function Navigation() {
  const say = useText()
  const here = useRouterState({ select: (state) => state.location.pathname })
  const work = useWork()
  const most = usePhone() ? inBar.phone : inBar.desk
  const open = shellLinks.filter(({ needs }) => needs === undefined || needs.some((one) => work?.may(one)))
  // One link alone gains nothing by being folded away.
  const shown = open.length > most + 1 ? open.slice(0, most) : open
  const rest = open.slice(shown.length)
  const inRest = rest.find(({ to }) => here === to || here.startsWith(`${to}/`))
  return (
    <nav aria-label={say({ zh: '主导航', en: 'Main' })}>
      {shown.map((link) => (
        <NavLink key={link.to} link={link} here={here} className="nav-link" />
      ))}
      {rest.length > 0 && (
        <Popover label={say(inRest?.label ?? { zh: '更多', en: 'More' })} active={inRest !== undefined}>
          {(close) => (
            <ul className="plain-list">
              {rest.map((link) => (
                <li key={link.to}>
                  <NavLink link={link} here={here} className="menu-row" onClick={close} />
                </li>
              ))}
            </ul>
          )}
        </Popover>
      )}
    </nav>
  )
}

interface NavLinkProps {
  readonly link: ShellLink
  readonly here: string
  readonly className: string
  readonly onClick?: () => void
}

function NavLink({ link: { to, label, family, needs }, here, className, onClick }: NavLinkProps) {
  const say = useText()
  const work = useWork()
  const kin = family !== undefined && shellLinks.find((link) => link.to === here)?.family === family
  return (
    <Link
      to={to}
      search={kin ? true : work && needs ? { zone: work.zone.code } : {}}
      activeOptions={{ includeSearch: false }}
      className={className}
      {...(onClick && { onClick })}
    >
      {say(label)}
    </Link>
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
