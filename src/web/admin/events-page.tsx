import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Label } from '../../kernel/label.ts'
import { type AccessEvent, listEvents } from '../../platform/access/contract/accounts.ts'
import { call } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { useMember } from '../kit/session/use-work.ts'
import { Text, useText } from '../text.tsx'

const kinds: Readonly<Record<AccessEvent['kind'], Label>> = {
  signed_in: { zh: '登录', en: 'Signed in' },
  sign_in_failed: { zh: '登录失败', en: 'Sign-in failed' },
  locked: { zh: '尝试过多，已锁定', en: 'Locked after too many attempts' },
  signed_out: { zh: '退出', en: 'Signed out' },
  password_changed: { zh: '修改口令', en: 'Password changed' },
  password_reset: { zh: '重置口令', en: 'Password reset' },
  account_created: { zh: '新建账号', en: 'Account made' },
  account_disabled: { zh: '停用账号', en: 'Account disabled' },
  account_enabled: { zh: '恢复账号', en: 'Account enabled' },
  roles_changed: { zh: '变更角色', en: 'Roles changed' },
  sessions_ended: { zh: '强制退出', en: 'Sessions ended' },
  second_factor_on: { zh: '启用两步验证', en: 'Second factor on' },
  second_factor_off: { zh: '停用两步验证', en: 'Second factor off' },
  second_factor_failed: { zh: '验证码错误', en: 'Wrong code of the second factor' },
  recovery_code_used: { zh: '使用恢复码登录', en: 'Recovery code used' },
  second_factor_reset: { zh: '解除两步验证', en: 'Second factor taken off' },
  account_erased: { zh: '抹除个人信息', en: 'Personal data erased' },
  provider_refused: { zh: '统一登录未通过', en: 'Refused by way of a provider' },
  invited: { zh: '邀请关联统一登录', en: 'Invited to link with a provider' },
  identity_linked: { zh: '关联统一登录', en: 'Linked with a provider' },
  identity_unlinked: { zh: '解除统一登录关联', en: 'Unlinked from a provider' },
}

const columns: readonly Column<AccessEvent>[] = [
  { label: { zh: '时间', en: 'Time' }, cell: ({ at }) => readableMoment(at) },
  { label: { zh: '事件', en: 'Event' }, cell: ({ kind }) => <Text label={kinds[kind]} /> },
  {
    label: { zh: '账号', en: 'Account' },
    cell: ({ login }) => login || <Text label={{ zh: '（无此账号）', en: '(no such account)' }} />,
  },
  { label: { zh: '说明', en: 'Detail' }, cell: ({ detail }) => detail || '—' },
  { label: { zh: '操作人', en: 'By' }, cell: ({ actorName }) => actorName || '—' },
  { label: { zh: '来源地址', en: 'From' }, cell: ({ address }) => address },
]

/** Sign-ins and acts on accounts, the latest first, for the audit administrator. */
export function EventsPage() {
  const say = useText()
  const { zone } = useMember()
  const pages = useInfiniteQuery({
    queryKey: [listEvents.name, zone.code],
    queryFn: ({ signal, pageParam }) => call(listEvents, { zone: zone.code, limit: 50, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  if (pages.error !== null) return <Failure error={pages.error} onRetry={() => pages.refetch()} />
  if (pages.data === undefined) return <Opening />
  return (
    <PlainTable
      caption={{ zh: '登录与授权日志', en: 'Sign-ins and roles' }}
      columns={columns}
      rows={pages.data.pages.flatMap((page) => page.events)}
      keyOf={({ id }) => id}
    >
      {pages.hasNextPage && (
        <p>
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {say({ zh: '显示更早的', en: 'Show earlier ones' })}
          </Button>
        </p>
      )}
    </PlainTable>
  )
}
