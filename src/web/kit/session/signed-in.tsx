import { useNavigate, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { Permission } from '../../../kernel/endpoint.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Session } from '../../../platform/access/contract.ts'
import { useText } from '../../text.tsx'
import { Failure } from '../failure.tsx'
import { Goto } from '../goto.tsx'
import { Opening } from '../opening.tsx'
import { PasswordPage } from './password-page.tsx'
import { useSession } from './session.ts'
import { rememberZone, useZoneInAddress, zoneOf } from './use-work.ts'

interface SignedInProps {
  /** One of these is needed in the zone; none: any account of it. */
  readonly needs?: readonly Permission[]
  readonly children: ReactNode
}

/**
 * Around every page that is not for everybody. Nobody signed in, or no longer: the sign-in page, which leads back here.
 * Within it `useMember` tells who works in which zone; the address always names the zone.
 */
export function SignedIn({ needs, children }: SignedInProps) {
  const { session, error, refetch } = useSession({ needed: true })
  if (session === undefined) return error === null ? <Opening /> : <Failure error={error} onRetry={() => refetch()} />
  if (session === null) return <ToSignIn />
  if (session.account.mustChange) return <PasswordPage />
  return (
    <InZone session={session} {...(needs && { needs })}>
      {children}
    </InZone>
  )
}

/** The address is looked at once: while the way leads to the sign-in page it changes already. */
function ToSignIn() {
  const { state } = useRouter()
  const [back] = useState(state.location.href)
  return <Goto to="/sign-in" search={{ back }} />
}

function InZone({ session, needs, children }: SignedInProps & { readonly session: Session }) {
  const named = useZoneInAddress()
  const zone = zoneOf(session, named)
  const navigate = useNavigate()
  const code = zone?.code
  useEffect(() => {
    if (code === undefined) return
    rememberZone(code)
    if (named === undefined) void navigate({ to: '.', search: (all) => ({ ...all, zone: code }), replace: true })
  }, [code, named, navigate])
  if (session.zones.length === 0) return <Notice text={noRole} />
  if (zone === undefined) return <Notice text={noZone} />
  if (needs && !needs.some((permission) => zone.permissions.includes(permission))) return <Notice text={notAllowed} />
  return children
}

function Notice({ text }: { readonly text: Label }) {
  const say = useText()
  return (
    <div className="page">
      <h1>{say(closed)}</h1>
      <p className="notice notice-warning" role="alert">
        {say(text)}
      </p>
    </div>
  )
}

const closed = { zh: '打不开', en: 'Not open to you' }
const noRole = {
  zh: '您的账号还没有角色，请联系开发区的安全管理员授权；授权后重新登录即可。',
  en: 'Your account has no role yet: ask the security administrator of your zone, then sign in again.',
}
const noZone = {
  zh: '没有这个开发区，或您不是它的成员。请在右上角选择开发区。',
  en: 'There is no such zone, or you are not a member of it. Choose a zone at the top.',
}
const notAllowed = {
  zh: '您的角色不能打开此页；如确需使用，请联系安全管理员授权。',
  en: 'Your role may not open this page. If you need it, ask the security administrator.',
}
