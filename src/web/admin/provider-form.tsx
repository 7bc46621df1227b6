import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Label } from '../../kernel/label.ts'
import { listProviders, type Provider, saveProvider } from '../../platform/access/contract/providers.ts'
import { call, queryOf } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'
import { draftOf, listOf } from './provider-draft.ts'
import { ProviderGroups } from './provider-groups.tsx'
import { ProviderTicks } from './provider-ticks.tsx'
import { ProviderTrial } from './provider-trial.tsx'
import '../messages/messages.css'

interface Props {
  readonly provider: Provider | null
  readonly onClose: () => void
}

/** One provider. Its secret can be set anew and never be read; after saving it is off until the other administrator switches it on. */
export function ProviderForm({ provider, onClose }: Props) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(provider))
  const [lists, setLists] = useState(() => ({
    ...{ scopes: draft.scopes.join(' '), domains: draft.domains.join(' '), factorValues: draft.factorValues.join(' ') },
  }))
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: () => {
      const { scopes, domains, factorValues } = lists
      const split = { scopes: listOf(scopes), domains: listOf(domains), factorValues: listOf(factorValues) }
      return call(saveProvider, { zone: zone.code, ...draft, ...split })
    },
    onSuccess: (answer) => {
      client.setQueryData(queryOf(listProviders, { zone: zone.code }).queryKey, answer)
      onClose()
    },
  })
  const line = (name: 'name' | 'issuer' | 'clientId', label: Label, hint = '') => (
    <label>
      {say(label)}
      <input
        className="text-input"
        placeholder={hint}
        value={draft[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </label>
  )
  const list = (name: keyof typeof lists, label: Label, hint = '') => (
    <label>
      {say(label)}
      <input
        className="text-input"
        placeholder={hint}
        value={lists[name]}
        onChange={(event) => setLists({ ...lists, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <form
      className="settings-form card"
      noValidate
      aria-label={say({ zh: '统一登录设置', en: 'Settings of a provider' })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      {line('name', { zh: '名称（登录按钮上显示）', en: 'Name, shown on the button' })}
      {line('issuer', { zh: '签发者（issuer）', en: 'Issuer' }, 'https://sso.example.gov.cn/realms/zone')}
      <ProviderTrial issuer={draft.issuer} />
      {line('clientId', { zh: '客户端编号（client ID）', en: 'Client ID' })}
      <label>
        {say({ zh: '客户端密钥（client secret）', en: 'Client secret' })}
        <input
          type="password"
          className="text-input"
          autoComplete="new-password"
          placeholder={provider?.hasSecret ? say({ zh: '已保存，不改就留空', en: 'Kept; leave empty to keep it' }) : ''}
          value={draft.clientSecret ?? ''}
          onChange={(event) => change({ clientSecret: event.target.value || undefined })}
        />
      </label>
      {list('scopes', { zh: '范围（scope，openid 之外）', en: 'Scopes, beside openid' }, 'profile email')}
      <ProviderTicks draft={draft} onChange={change} />
      <ProviderGroups draft={draft} onChange={change} />
      {list(
        'domains',
        { zh: '只允许这些邮箱域名（须已验证；空为不限）', en: 'Only verified e-mails of these domains (empty: all)' },
        'zone.gov.cn',
      )}
      {list(
        'factorValues',
        {
          zh: '算作第二步验证的 amr / acr 值（空为不算）',
          en: 'Values of amr or acr that count as second factor (empty: none)',
        },
        'mfa otp hwk',
      )}
      <Refusal error={save.error} />
      <p className="soft small">
        {say({
          zh: '保存后停用，由系统管理员核对后启用：一人设置，另一人启用。',
          en: 'After saving it is off until the system administrator has looked at it and switches it on: one sets, another one starts.',
        })}
      </p>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say({ zh: '保存', en: 'Save' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
