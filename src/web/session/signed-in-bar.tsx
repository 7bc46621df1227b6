import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import type { Session } from '../../platform/access/contract.ts'
import { useWork } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'
import { Bell } from './bell.tsx'
import { Me } from './me.tsx'
import { ZoneSwitch } from './zone-switch.tsx'
import './signed-in-bar.css'

const CommandMenu = lazy(() => import('../command/command-menu.tsx').then((m) => ({ default: m.CommandMenu })))

interface Props {
  readonly session: Session
  /** Whether the command menu is open. */
  readonly menu: boolean
  readonly onMenu: (open: boolean) => void
}

/** What the header offers to who is signed in: everything by its name (Ctrl+K), the zone, the own account. */
export function SignedInBar({ session, menu, onMenu }: Props) {
  const say = useText()
  const zone = useWork()?.zone
  return (
    <div className="top-choices signed-in-bar">
      <Button onClick={() => onMenu(true)} aria-keyshortcuts="Control+K">
        {say({ zh: '查找', en: 'Find' })} <kbd>Ctrl K</kbd>
      </Button>
      <ZoneSwitch session={session} />
      {zone && !session.account.mustChange && <Bell zone={zone.code} />}
      <Me session={session} />
      <Suspense>{menu && <CommandMenu onClose={() => onMenu(false)} />}</Suspense>
    </div>
  )
}
