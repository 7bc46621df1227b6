import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import {
  endOtherSessions,
  endOwnSession,
  listOwnSessions,
  type OwnSession,
} from '../../platform/access/contract/own-account.ts'
import { call, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { PasswordField } from '../kit/password-field.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'
import { deviceName } from './device-name.ts'

/** Where the account is signed in: whoever sees a place that is not theirs ends it here. */
export function OwnSessions() {
  const say = useText()
  const client = useQueryClient()
  const found = useQuery(queryOf(listOwnSessions, {}))
  const [password, setPassword] = useState('')
  const end = useMutation({
    mutationFn: (id: string | null) => {
      const shown = password === '' ? {} : { password }
      return id === null ? call(endOtherSessions, shown) : call(endOwnSession, { id, ...shown })
    },
    onSuccess: (answer) => {
      setPassword('')
      client.setQueryData(queryOf(listOwnSessions, {}).queryKey, answer)
    },
    // The page may have lain open until the password is asked for once more.
    onError: () => found.refetch(),
  })
  const others = found.data?.sessions.filter(({ here }) => !here).length ?? 0
  const label = { zh: '当前登录', en: 'Where you are signed in' }
  return (
    <section className="card" aria-label={say(label)}>
      <h2>{say(label)}</h2>
      <p className="soft small">
        {say({
          zh: '30 分钟不用或满 12 小时自动退出。看到不是自己的登录，请退出它并修改口令。',
          en: 'Each ends after 30 minutes without use, after 12 hours at the latest. End what is not yours, and change your password.',
        })}
      </p>
      <Refusal error={end.error} />
      {found.error !== null && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Opening />}
      {found.data?.asksPassword === true && others > 0 && (
        <PasswordField
          id="end-sessions-password"
          label={say({ zh: '当前口令', en: 'Current password' })}
          hint={say({
            zh: '您登录已超过 10 分钟：退出其他登录前请再输一次。',
            en: 'You signed in more than ten minutes ago: enter it once more before you end others.',
          })}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      <ul className="plain-list">
        {found.data?.sessions.map((session) => (
          <Row key={session.id} session={session} busy={end.isPending} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
      {others > 1 && (
        <p className="form-actions">
          <Button disabled={end.isPending} onClick={() => end.mutate(null)}>
            {say({ zh: `退出其他 ${others} 处登录`, en: `End the ${others} others` })}
          </Button>
        </p>
      )}
    </section>
  )
}

interface RowProps {
  readonly session: OwnSession
  readonly busy: boolean
  readonly onEnd: () => void
}

function Row({ session: { device, address, createdAt, seenAt, here }, busy, onEnd }: RowProps) {
  const say = useText()
  const name = say(deviceName(device))
  return (
    <li className="session-row">
      <span>
        <strong>{name}</strong> {address}
        <br />
        <span className="soft small">
          {say({
            zh: `登录于 ${readableMoment(createdAt)}，最近使用 ${readableMoment(seenAt)}`,
            en: `Since ${readableMoment(createdAt)}, last used ${readableMoment(seenAt)}`,
          })}
        </span>
      </span>
      {here ? (
        <span className="mark">{say({ zh: '本机', en: 'Here' })}</span>
      ) : (
        <Button
          disabled={busy}
          aria-label={say({ zh: `退出：${name} ${address}`, en: `End: ${name} ${address}` })}
          onClick={onEnd}
        >
          {say({ zh: '退出', en: 'End' })}
        </Button>
      )}
    </li>
  )
}
