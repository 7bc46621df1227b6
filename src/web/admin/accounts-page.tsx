import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { roleLabels } from '../../kernel/role.ts'
import { listAccounts } from '../../platform/access/contract/accounts.ts'
import type { Account } from '../../platform/access/contract.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { useAddress } from '../kit/records/use-address.ts'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'
import { AccountSheet } from './account-sheet.tsx'
import { NewAccountSheet } from './new-account-sheet.tsx'
import { SignInRulesCard } from './sign-in-rules.tsx'

/** The accounts of the zone: the system administrator makes and disables them, the security administrator says what they may do. */
export function AccountsPage() {
  const say = useText()
  const { zone, may } = useMember()
  const { search, go } = useAddress()
  const [words, setWords] = useState('')
  const { data, error, refetch } = useQuery(queryOf(listAccounts, { zone: zone.code }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const shown = data.accounts.filter(({ login, name }) =>
    `${login} ${name}`.toLowerCase().includes(words.toLowerCase()),
  )
  const chosen = data.accounts.find(({ id }) => id === search.account)
  return (
    <>
      <div className="record-bar">
        <label className="filter">
          <span>{say({ zh: '姓名或登录名', en: 'Name or login' })}</span>
          <input className="select" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        {may('access.manage') && (
          <Button type="primary" onClick={() => go({ account: 'new' })}>
            {say({ zh: '新建账号', en: 'New account' })}
          </Button>
        )}
      </div>
      <AccountTable accounts={shown} onOpen={(id) => go({ account: id })} />
      {may('access.authorise') && search.account === undefined && <SignInRulesCard />}
      {chosen && <AccountSheet key={chosen.id} account={chosen} onClose={() => go({ account: undefined })} />}
      {search.account === 'new' && <NewAccountSheet onClose={() => go({ account: undefined })} />}
    </>
  )
}

interface AccountTableProps {
  readonly accounts: readonly Account[]
  readonly onOpen: (id: string) => void
}

function AccountTable({ accounts, onOpen }: AccountTableProps) {
  const say = useText()
  const stateOf = useAccountState()
  const columns: readonly Column<Account>[] = [
    { label: { zh: '姓名', en: 'Name' }, cell: (account) => <NameCell account={account} onOpen={onOpen} /> },
    { label: { zh: '登录名', en: 'Login' }, cell: ({ login }) => login },
    {
      label: { zh: '角色', en: 'Roles' },
      cell: ({ roles }) =>
        roles.map((role) => say(roleLabels[role])).join(say({ zh: '、', en: ', ' })) ||
        say({ zh: '尚无角色', en: 'none yet' }),
    },
    { label: { zh: '状态', en: 'State' }, cell: stateOf },
  ]
  return (
    <PlainTable
      caption={{ zh: '本区账号', en: 'Accounts of the zone' }}
      columns={columns}
      rows={accounts}
      keyOf={({ id }) => id}
    >
      <p role="status" className="soft small">
        {say({ zh: `共 ${accounts.length} 个账号`, en: `${accounts.length} accounts` })}
      </p>
    </PlainTable>
  )
}

function NameCell({ account, onOpen }: { readonly account: Account; readonly onOpen: (id: string) => void }) {
  const say = useText()
  return (
    <>
      <button type="button" className="link" onClick={() => onOpen(account.id)}>
        {account.name}
      </button>{' '}
      {account.demo && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
    </>
  )
}

function useAccountState() {
  const say = useText()
  return ({ disabledAt, mustChange }: Account) => {
    if (disabledAt !== null) return say({ zh: '已停用', en: 'Disabled' })
    return mustChange ? say({ zh: '未改初始口令', en: 'Initial password' }) : say({ zh: '正常', en: 'In use' })
  }
}
