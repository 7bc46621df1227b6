import { Link, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useRef } from 'react'
import { useMenuKey } from './command/use-menu-key.ts'
import { Popover } from './kit/popover.tsx'
import { useSession } from './kit/session/session.ts'
import { useWork } from './kit/session/use-work.ts'
import { fitting } from './nav-fit.ts'
import { setPreferences, usePreferences } from './preferences.ts'
import { type ShellLink, shellLinks, shellParts } from './shell-part.ts'
import { useText } from './text.tsx'
import { useRoom } from './use-room.ts'

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

const more = { zh: '更多', en: 'More' }
/** Before the bar has been measured, and where it cannot be. */
const usual = 4

/** As many links as stand on one line; what a role may open beside them is one press further. */
function Navigation() {
  const say = useText()
  const here = useRouterState({ select: (state) => state.location.pathname })
  const work = useWork()
  const bar = useRef<HTMLElement>(null)
  const room = useRoom(bar)
  const open = shellLinks.filter(({ needs }) => needs === undefined || needs.some((one) => work?.may(one)))
  const labels = open.map(({ label }) => say(label))
  const isHere = ({ to }: ShellLink) => here === to || here.startsWith(`${to}/`)
  const first = room === 0 ? usual : fitting(labels, room, say(more))
  // The button bears the name of the page that is open behind it, which may be longer than its own.
  const hidden = open.slice(first).find(isHere)
  const many = room === 0 || hidden === undefined ? first : Math.min(first, fitting(labels, room, say(hidden.label)))
  const shown = open.slice(0, many)
  const rest = open.slice(many)
  const inRest = rest.find(isHere)
  return (
    <nav ref={bar} aria-label={say({ zh: '主导航', en: 'Main' })}>
      {shown.map((link) => (
        <NavLink key={link.to} link={link} here={here} className="nav-link" />
      ))}
      {rest.length > 0 && (
        <Popover label={say(inRest?.label ?? more)} active={inRest !== undefined}>
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
