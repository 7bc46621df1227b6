import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { InputOf } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'
import { channelShapes, shapeLabels } from '../../platform/delivery/contract/channel.ts'
import { type Channel, getZoneDelivery, saveChannel } from '../../platform/delivery/contract.ts'
import { call } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

type Draft = Omit<InputOf<typeof saveChannel>, 'zone'>

const blank: Draft = {
  ...{ version: 0, shape: 'smtp', sms: false, name: '', address: '', login: null, sender: null, enabled: true },
}

function draftOf(channel: Channel | null): Draft {
  if (channel === null) return blank
  const { kind, hasSecret: _, ...same } = channel
  return { ...same, sms: kind === 'sms' }
}

/** One channel. Its secret can be set anew and never be read. */
export function ChannelForm({ channel, onClose }: { readonly channel: Channel | null; readonly onClose: () => void }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>(() => draftOf(channel))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: () => call(saveChannel, { zone: zone.code, ...draft }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [getZoneDelivery.name] })
      onClose()
    },
  })
  const mail = draft.shape === 'smtp'
  const line = (name: 'name' | 'address' | 'login' | 'sender', label: Label, hint = '') => (
    <label>
      {say(label)}
      <input
        className="text-input"
        placeholder={hint}
        value={draft[name] ?? ''}
        onChange={(event) =>
          change({ [name]: event.target.value || (name === 'name' || name === 'address' ? '' : null) })
        }
      />
    </label>
  )
  return (
    <form
      className="settings-form card"
      noValidate
      aria-label={say({ zh: '消息渠道', en: 'Message channel' })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <label>
        {say({ zh: '类型', en: 'Sort' })}
        <select
          value={draft.shape}
          disabled={channel !== null}
          onChange={(event) => change({ shape: channelShapes.find((shape) => shape === event.target.value) ?? 'smtp' })}
        >
          {channelShapes.map((shape) => (
            <option key={shape} value={shape}>
              {say(shapeLabels[shape])}
            </option>
          ))}
        </select>
      </label>
      {draft.shape === 'json' && (
        <label>
          <input
            type="checkbox"
            checked={draft.sms}
            disabled={channel !== null}
            onChange={(event) => change({ sms: event.target.checked })}
          />
          {say({ zh: '这是短信网关', en: 'This is the SMS gateway' })}
        </label>
      )}
      {line('name', { zh: '名称', en: 'Name' })}
      {line(
        'address',
        mail ? { zh: '服务器', en: 'Server' } : { zh: '地址', en: 'Address' },
        mail ? 'smtp.example.cn:465' : 'https://',
      )}
      {mail && line('login', { zh: '登录名', en: 'Login' })}
      {mail && line('sender', { zh: '发件人', en: 'Sender' })}
      <label>
        {say(mail ? { zh: '口令', en: 'Password' } : { zh: '签名密钥', en: 'Signing secret' })}
        <input
          type="password"
          className="text-input"
          autoComplete="new-password"
          placeholder={channel?.hasSecret ? say({ zh: '已保存，不改就留空', en: 'Kept; leave empty to keep it' }) : ''}
          value={draft.secret ?? ''}
          onChange={(event) => change({ secret: event.target.value || undefined })}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={draft.enabled}
          onChange={(event) => change({ enabled: event.target.checked })}
        />
        {say({ zh: '启用', en: 'On' })}
      </label>
      <Refusal error={save.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say({ zh: '保存渠道', en: 'Save the channel' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
