import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Endpoint } from '../../kernel/endpoint.ts'
import {
  disableAccount,
  enableAccount,
  endSessions,
  listAccounts,
  resetSecondFactor,
} from '../../platform/access/contract/accounts.ts'
import type { Account } from '../../platform/access/contract.ts'
import { call } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { SideSheet } from '../kit/side-sheet.tsx'
import { usePhone } from '../kit/use-phone.ts'
import { useText } from '../text.tsx'
import { AccessWhy } from './access-why.tsx'
import { InviteAccount } from './invite-account.tsx'
import { PasswordReset } from './password-reset.tsx'
import { RoleBoxes } from './role-boxes.tsx'

interface AccountSheetProps {
  readonly account: Account
  readonly onClose: () => void
}

/** One account, with what this administrator may do to it: making and disabling is one's, roles and sessions another's. */
export function AccountSheet({ account, onClose }: AccountSheetProps) {
  const say = useText()
  const phone = usePhone()
  const { session, may } = useMember()
  const own = session.account.id === account.id
  return (
    <SideSheet title={account.name} closeLabel={say({ zh: '关闭', en: 'Close' })} modal={phone} wide onClose={onClose}>
      <dl className="facts">
        <div>
          <dt>{say({ zh: '登录名', en: 'Login' })}</dt>
          <dd>{account.login}</dd>
        </div>
      </dl>
      {own && (
        <p className="notice">
          {say({
            zh: '这是您自己的账号：由另一位管理员办理。',
            en: 'This is your own account: another administrator deals with it.',
          })}
        </p>
      )}
      {!own && may('access.manage') && <Manage account={account} />}
      {!own && may('access.authorise') && <RoleBoxes key={account.version} account={account} />}
      {!own && may('access.authorise') && (
        <Act label={{ zh: '强制退出全部登录', en: 'End all its sessions' }} account={account} endpoint={endSessions} />
      )}
      {!own && may('access.authorise') && (
        <Act
          label={{
            zh: '解除两步验证（手机与恢复码都丢失时）',
            en: 'Take off the second factor (phone and codes lost)',
          }}
          account={account}
          endpoint={resetSecondFactor}
        />
      )}
      <AccessWhy key={account.id} accountId={account.id} />
    </SideSheet>
  )
}

function Manage({ account }: { readonly account: Account }) {
  const say = useText()
  if (!account.home) {
    return (
      <p className="notice">
        {say({
          zh: '该账号由其他开发区或运维人员建立，请在那里停用或重置口令。',
          en: 'This account was made elsewhere: it is disabled and reset there.',
        })}
      </p>
    )
  }
  return (
    <>
      {account.disabledAt === null ? (
        <Act label={{ zh: '停用账号', en: 'Disable the account' }} account={account} endpoint={disableAccount} />
      ) : (
        <Act label={{ zh: '恢复账号', en: 'Enable the account' }} account={account} endpoint={enableAccount} />
      )}
      <PasswordReset account={account} />
      <InviteAccount account={account} />
    </>
  )
}

interface ActProps<Out> {
  readonly label: { readonly zh: string; readonly en: string }
  readonly account: Account
  readonly endpoint: Endpoint<{ zone: string; id: string }, Out>
}

function Act<Out>({ label, account, endpoint }: ActProps<Out>) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: () => call(endpoint, { zone: zone.code, id: account.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: [listAccounts.name] }),
  })
  return (
    <div className="field">
      <Refusal error={act.error} />
      <Button loading={act.isPending} onClick={() => act.mutate()}>
        {say(label)}
      </Button>{' '}
      {act.isSuccess && <span role="status">{say({ zh: '已办理。', en: 'Done.' })}</span>}
    </div>
  )
}
