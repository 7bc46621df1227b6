import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Permission } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'
import { SignedIn } from '../kit/session/signed-in.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.tsx'
import { adminPages } from './pages.ts'
import './admin.css'

interface AdminPageProps {
  readonly title: Label
  readonly needs: readonly Permission[]
  readonly children: ReactNode
}

/** A page of administration with the way to the others that this administrator may open. */
export function AdminPage({ title, needs, children }: AdminPageProps) {
  return (
    <SignedIn needs={needs}>
      <Inside title={title}>{children}</Inside>
    </SignedIn>
  )
}

function Inside({ title, children }: Pick<AdminPageProps, 'title' | 'children'>) {
  const say = useText()
  useTitle(title)
  const { zone, may } = useMember()
  const mine = adminPages.filter(({ needs = [] }) => needs.some(may))
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      {mine.length > 1 && (
        <nav className="admin-nav" aria-label={say({ zh: '管理', en: 'Administration' })}>
          {mine.map(({ to, label }) => (
            <Link
              key={to}
              to={to}
              search={{ zone: zone.code }}
              activeOptions={{ includeSearch: false }}
              className="nav-link"
            >
              {say(label)}
            </Link>
          ))}
        </nav>
      )}
      {children}
    </div>
  )
}
