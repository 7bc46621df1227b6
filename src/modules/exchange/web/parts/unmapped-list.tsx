import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { CodeKind, Unmapped } from '../../contract/rows.ts'
import { mapCode } from '../../contract.ts'

const kinds: Readonly<Record<CodeKind, { zh: string; en: string }>> = {
  project: { zh: '项目代码', en: 'Project code' },
  matter: { zh: '事项编码', en: 'Code of a matter' },
  state: { zh: '办理状态', en: 'State' },
}
const asks: Readonly<Record<CodeKind, { zh: string; en: string }>> = {
  project: { zh: '本区的项目代码', en: 'Project code here' },
  matter: { zh: '目录里的事项编码', en: 'Code in the catalogue' },
  state: { zh: '国家标准的状态号（1 至 16）', en: 'National number of the state (1 to 16)' },
}

interface UnmappedListProps {
  readonly unmapped: readonly Unmapped[]
  readonly onMapped: () => void
}

/** Codes that nothing here answers to, and what they mean. */
export function UnmappedList({ unmapped, onMapped }: UnmappedListProps) {
  const say = useText()
  if (unmapped.length === 0) {
    return (
      <p className="card">
        {say({
          zh: '没有待对照的编码。省平台用了本区不认识的项目、事项或状态编码时，会列在这里。',
          en: 'No code waits. Codes of projects, matters or states that mean nothing here are listed here.',
        })}
      </p>
    )
  }
  return unmapped.map((one) => <Code key={`${one.kind}${one.code}`} one={one} onMapped={onMapped} />)
}

function Code({ one, onMapped }: { readonly one: Unmapped; readonly onMapped: () => void }) {
  const say = useText()
  const id = useId()
  const { zone, may } = useMember()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const map = useMutation({
    mutationFn: () =>
      call(mapCode, { zone: zone.code, kind: one.kind, code: one.code, to: to.trim(), reason: reason.trim() }),
    onSuccess: onMapped,
  })
  return (
    <form
      className="card exchange-form"
      onSubmit={(event) => {
        event.preventDefault()
        map.mutate()
      }}
    >
      <h2>
        {say(kinds[one.kind])} <code>{one.code}</code>
      </h2>
      <p className="soft small">
        {say({ zh: `${one.rows} 行在等，例如 ${one.example}`, en: `${one.rows} rows wait, such as ${one.example}` })}
      </p>
      {may('exchange.map') && (
        <>
          <div className="field">
            <label htmlFor={`${id}-to`}>{say(asks[one.kind])}</label>
            <Input id={`${id}-to`} value={to} onChange={(event) => setTo(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor={`${id}-why`}>{say({ zh: '理由', en: 'Reason' })}</label>
            <Input id={`${id}-why`} value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <Refusal error={map.error} />
          <div className="form-actions">
            <Button htmlType="submit" loading={map.isPending} disabled={to.trim() === '' || reason.trim().length < 2}>
              {say({ zh: '对照', en: 'Map it' })}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
