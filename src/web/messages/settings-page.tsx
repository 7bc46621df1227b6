import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { getMyDelivery, type MyDelivery, saveMyDelivery, tryMyDelivery } from '../../platform/delivery/contract.ts'
import { call, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.tsx'
import { HoursFields } from './hours-fields.tsx'
import { WayFields } from './way-fields.tsx'
import './messages.css'

const title = { zh: '消息设置', en: 'Message settings' }

/** How the own account gets its messages. */
export function SettingsPage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(getMyDelivery, { zone: zone.code }), staleTime: 0 })
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p className="soft">
        {say({
          zh: '消息总会出现在系统里；在这里选择另外发到哪里、什么时候不打扰。',
          en: 'Messages always stand in the program; choose here where else they go, and when not.',
        })}{' '}
        <Link to="/messages" search={{ zone: zone.code }}>
          {say({ zh: '看我的消息', en: 'My messages' })}
        </Link>
      </p>
      {error !== null && <Failure error={error} onRetry={() => refetch()} />}
      {data === undefined && error === null && <Opening />}
      {data && <SettingsForm key={data.version} mine={data} />}
    </div>
  )
}

function SettingsForm({ mine }: { readonly mine: MyDelivery }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const [draft, setDraft] = useState(mine)
  const change = (part: Partial<MyDelivery>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: () => {
      const { offered: _, ...choices } = draft
      return call(saveMyDelivery, { zone: zone.code, ...choices })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [getMyDelivery.name] }),
  })
  const trial = useMutation({ mutationFn: () => call(tryMyDelivery, { zone: zone.code }) })
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <WayFields draft={draft} onChange={change} />
      <HoursFields
        quiet={draft.quiet}
        urgentPasses={draft.urgentPasses}
        onChange={({ quiet, urgentPasses }) => change({ quiet, urgentPasses })}
      />
      {mine.offered.zoneQuiet !== null && (
        <p className="soft small">
          {say({
            zh: `本区统一免打扰：${mine.offered.zoneQuiet.from}—${mine.offered.zoneQuiet.until}。`,
            en: `Quiet hours of the whole zone: ${mine.offered.zoneQuiet.from} to ${mine.offered.zoneQuiet.until}.`,
          })}
        </p>
      )}
      <Digest draft={draft} onChange={change} />
      <Refusal error={save.error ?? trial.error} />
      {trial.data && (
        <p role="status" className="notice">
          {say({ zh: '已试发：请到所选的渠道查看。', en: 'A trial is on its way: look at the chosen ways.' })}
        </p>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say({ zh: '保存', en: 'Save' })}
        </Button>
        <Button loading={trial.isPending} onClick={() => trial.mutate()}>
          {say({ zh: '给我试发一条', en: 'Send me a trial' })}
        </Button>
      </div>
    </form>
  )
}

interface DraftProps {
  readonly draft: MyDelivery
  readonly onChange: (part: Partial<MyDelivery>) => void
}

function Digest({ draft, onChange }: DraftProps) {
  const say = useText()
  return (
    <fieldset>
      <legend>{say({ zh: '合并与语言', en: 'Digest and language' })}</legend>
      <label>
        <input
          type="checkbox"
          checked={draft.digestAt !== null}
          onChange={(event) => onChange({ digestAt: event.target.checked ? '08:00' : null })}
        />
        {say({ zh: '不紧急的每天合并成一条，发送时间', en: 'One message a day for what is not urgent, at' })}
        <input
          type="time"
          className="text-input time-input"
          aria-label={say({ zh: '汇总时间', en: 'Time of the digest' })}
          disabled={draft.digestAt === null}
          value={draft.digestAt ?? '08:00'}
          onChange={(event) => event.target.value && onChange({ digestAt: event.target.value })}
        />
      </label>
      <label>
        {say({ zh: '发出的语言', en: 'Language of what is sent' })}
        <select
          value={draft.language}
          onChange={(event) => onChange({ language: event.target.value === 'en' ? 'en' : 'zh' })}
        >
          <option value="zh">中文</option>
          <option value="en">English</option>
        </select>
      </label>
    </fieldset>
  )
}
