import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { roleLabels } from '../../kernel/role.ts'
import { type Session, signOut } from '../../platform/access/contract.ts'
import { call } from '../client.ts'
import { forgetDrafts } from '../kit/draft.ts'
import { Popover } from '../kit/popover.tsx'
import { forgetSession } from '../kit/session/session.ts'
import { useZoneInAddress, zoneOf } from '../kit/session/use-work.ts'
import { setPreferences, usePreferences } from '../preferences.ts'
import { useText } from '../text.tsx'

/** The own account: who one is here, how one reads, password, sign-out. */
export function Me({ session }: { readonly session: Session }) {
  const say = useText()
  const named = useZoneInAddress()
  const zone = zoneOf(session, named)
  const roles = zone?.roles ?? []
  return (
    <Popover label={<span className="me-label">{session.account.name}</span>} align="end">
      {(close) => (
        <div className="me">
          <p className="me-who">
            <strong>{session.account.name}</strong>
            <span className="soft small">{session.account.login}</span>
            {zone && <span className="small">{say(zone.name)}</span>}
            <span className="small">
              {roles.map((role) => say(roleLabels[role])).join(say({ zh: '、', en: ', ' }))}
            </span>
          </p>
          <Reading />
          {zone && !session.account.mustChange && (
            <Link to="/messages/settings" search={{ zone: zone.code }} className="menu-row" onClick={close}>
              {say({ zh: '消息设置', en: 'Message settings' })}
            </Link>
          )}
          {zone && !session.account.mustChange && (
            <Link to="/calendar" search={{ zone: zone.code }} className="menu-row" onClick={close}>
              {say({ zh: '我的日历', en: 'My calendar' })}
            </Link>
          )}
          <Link to={session.account.mustChange ? '/password' : '/account'} className="menu-row" onClick={close}>
            {say({ zh: '账号与登录安全', en: 'Account and sign-in' })}
          </Link>
          <SignOut />
        </div>
      )}
    </Popover>
  )
}

function Reading() {
  const say = useText()
  const { language, large } = usePreferences()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="me-reading">
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

function SignOut() {
  const say = useText()
  const leave = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: ({ address }) => {
      forgetDrafts()
      forgetSession()
      // A new page holds nothing of what was read: the next person at this screen may be another one.
      location.assign(address ?? '/')
    },
  })
  return (
    <button type="button" className="menu-row" disabled={leave.isPending} onClick={() => leave.mutate()}>
      {say({ zh: '退出登录', en: 'Sign out' })}
    </button>
  )
}
