import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { channelLabels, shapeLabels } from '../../platform/delivery/contract/channel.ts'
import {
  type Channel,
  getZoneDelivery,
  saveDeliveryRules,
  type ZoneDelivery,
} from '../../platform/delivery/contract.ts'
import { call, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { HoursFields } from '../messages/hours-fields.tsx'
import { Text, useText } from '../text.tsx'
import { ChannelForm } from './channel-form.tsx'
import '../messages/messages.css'

/** The ways by which messages leave the zone, and its quiet hours. */
export function ChannelsPage() {
  const say = useText()
  const { zone } = useMember()
  const [open, setOpen] = useState<Channel | 'new' | null>(null)
  const { data, error, refetch } = useQuery({ ...queryOf(getZoneDelivery, { zone: zone.code }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const columns: readonly Column<Channel>[] = [
    { label: { zh: '名称', en: 'Name' }, cell: ({ name }) => name },
    { label: { zh: '渠道', en: 'Channel' }, cell: ({ kind }) => <Text label={channelLabels[kind]} /> },
    { label: { zh: '类型', en: 'Sort' }, cell: ({ shape }) => <Text label={shapeLabels[shape]} /> },
    { label: { zh: '状态', en: 'State' }, cell: (channel) => <State channel={channel} /> },
    {
      label: { zh: '办理', en: 'Act' },
      cell: (channel) => <Button onClick={() => setOpen(channel)}>{say({ zh: '修改', en: 'Change' })}</Button>,
    },
  ]
  return (
    <>
      {data.channels.length === 0 ? (
        <p className="card" role="status">
          {say({
            zh: '还没有外发渠道：消息只在系统里。添加邮件服务器、钉钉或企业微信群机器人、短信网关后，人员可以在“消息设置”里选用。',
            en: 'No channel yet: messages stay in the program. Add a mail server, a DingTalk or WeCom robot, an SMS gateway; people then choose them in their settings.',
          })}
        </p>
      ) : (
        <PlainTable
          caption={{ zh: '消息渠道', en: 'Message channels' }}
          columns={columns}
          rows={data.channels}
          keyOf={({ id }) => id}
        />
      )}
      <p>
        <Button type="primary" onClick={() => setOpen('new')}>
          {say({ zh: '添加渠道', en: 'Add a channel' })}
        </Button>
      </p>
      {open !== null && (
        <ChannelForm
          key={open === 'new' ? 'new' : open.id}
          channel={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
      <RulesForm key={data.rules.version} rules={data.rules} />
    </>
  )
}

function State({ channel: { enabled, hasSecret } }: { readonly channel: Channel }) {
  const say = useText()
  const secret = hasSecret ? say({ zh: '，有密钥', en: ', with a secret' }) : ''
  return `${say(enabled ? { zh: '○ 启用', en: '○ On' } : { zh: '‖ 停用', en: '‖ Off' })}${secret}`
}

function RulesForm({ rules }: { readonly rules: ZoneDelivery['rules'] }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const [draft, setDraft] = useState(rules)
  const save = useMutation({
    mutationFn: () => call(saveDeliveryRules, { zone: zone.code, ...draft }),
    onSuccess: () => client.invalidateQueries({ queryKey: [getZoneDelivery.name] }),
  })
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <h2>{say({ zh: '全区规则', en: 'Rules of the whole zone' })}</h2>
      <HoursFields
        quiet={draft.quiet}
        urgentPasses={draft.urgentPasses}
        onChange={(hours) => setDraft({ ...draft, ...hours })}
      />
      <label>
        {say({ zh: '系统网址（写进外发消息里的链接）', en: 'Address of these pages, for links in messages' })}
        <input
          type="url"
          className="text-input"
          placeholder="https://"
          value={draft.pagesAt ?? ''}
          onChange={(event) => setDraft({ ...draft, pagesAt: event.target.value || null })}
        />
      </label>
      <Refusal error={save.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say({ zh: '保存规则', en: 'Save the rules' })}
        </Button>
      </div>
    </form>
  )
}
