import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listProviders, type Provider } from '../../platform/access/contract/providers.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'
import { ProviderActs } from './provider-acts.tsx'
import { ProviderForm } from './provider-form.tsx'
import './providers.css'

/** Providers of the zone: the security administrator sets and stops them, the system administrator switches them on. */
export function ProvidersPage() {
  const say = useText()
  const { zone, may } = useMember()
  const [open, setOpen] = useState<Provider | 'new' | null>(null)
  const { data, error, refetch } = useQuery({ ...queryOf(listProviders, { zone: zone.code }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const sets = may('access.authorise')
  const columns: readonly Column<Provider>[] = [
    { label: { zh: '名称', en: 'Name' }, cell: ({ name }) => name },
    { label: { zh: '签发者', en: 'Issuer' }, cell: ({ issuer }) => <span className="provider-issuer">{issuer}</span> },
    { label: { zh: '状态', en: 'State' }, cell: ({ enabled }) => <State enabled={enabled} /> },
    { label: { zh: '已关联', en: 'Linked' }, cell: ({ people }) => people },
    { label: { zh: '办理', en: 'Act' }, cell: (one) => <ProviderActs provider={one} onChange={() => setOpen(one)} /> },
  ]
  return (
    <>
      {data.providers.length === 0 ? (
        <p className="card" role="status">
          {say({
            zh: '还没有统一登录：人员只用口令登录。由安全管理员添加，由系统管理员启用。',
            en: 'No provider yet: people sign in by password only. The security administrator adds one, the system administrator switches it on.',
          })}
        </p>
      ) : (
        <PlainTable
          caption={{ zh: '统一登录', en: 'Single sign-on' }}
          columns={columns}
          rows={data.providers}
          keyOf={({ id }) => id}
        />
      )}
      {sets && open === null && (
        <p>
          <Button type="primary" onClick={() => setOpen('new')}>
            {say({ zh: '添加统一登录', en: 'Add a provider' })}
          </Button>
        </p>
      )}
      {sets && open !== null && (
        <ProviderForm
          key={open === 'new' ? 'new' : `${open.id} ${open.version}`}
          provider={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
      <Addresses redirectUri={data.redirectUri} afterSignOut={data.afterSignOut} />
    </>
  )
}

function State({ enabled }: { readonly enabled: boolean }) {
  const say = useText()
  return say(
    enabled ? { zh: '○ 启用', en: '○ On' } : { zh: '‖ 停用，等系统管理员启用', en: '‖ Off, waits to be switched on' },
  )
}

function Addresses({ redirectUri, afterSignOut }: { readonly redirectUri: string; readonly afterSignOut: string }) {
  const say = useText()
  const title = { zh: '在对方系统登记的地址', en: 'Addresses to register at the provider' }
  return (
    <section className="card" aria-label={say(title)}>
      <h2>{say(title)}</h2>
      <dl className="facts">
        <div>
          <dt>{say({ zh: '回调地址（redirect URI）', en: 'Redirect URI' })}</dt>
          <dd className="provider-issuer">{redirectUri}</dd>
        </div>
        <div>
          <dt>{say({ zh: '退出后返回（post logout redirect URI）', en: 'Post-logout redirect URI' })}</dt>
          <dd className="provider-issuer">{afterSignOut}</dd>
        </div>
      </dl>
      <p className="soft small">
        {say({
          zh: '地址不对时，请系统部署人员设置 LUODI_ADDRESS。',
          en: 'If these are not your address, whoever runs the installation sets LUODI_ADDRESS.',
        })}
      </p>
    </section>
  )
}
