import { Link, useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { setPreferences, usePreferences } from './preferences.ts'
import { shellLinks, shellParts } from './shell-part.ts'
import { useText } from './text.tsx'

export function Header() {
  const say = useText()
  return (
    <header className="top">
      <div className="top-name">
        <Link to="/" className="brand">
          {say({ zh: '落地', en: 'Luodi' })}
        </Link>
        {shellParts.map(({ Place }, i) => Place && <Place key={String(i)} />)}
      </div>
      <Navigation />
      <Choices />
    </header>
  )
}

function Navigation() {
  const say = useText()
  const here = useRouterState({ select: (state) => state.location.pathname })
  const family = shellLinks.find((link) => link.to === here)?.family
  return (
    <nav aria-label={say({ zh: '主导航', en: 'Main' })}>
      {shellLinks.map((link) => (
        <Link
          key={link.to}
          to={link.to}
          search={family !== undefined && link.family === family ? true : {}}
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
    </div>
  )
}
