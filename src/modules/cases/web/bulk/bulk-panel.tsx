import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { type BulkVerb, bulkVerbs } from '../../contract/bulk.ts'
import type { CaseSummary } from '../../contract/case.ts'
import { stepTable } from '../../contract/step-table.ts'
import { TargetField } from '../step/hands-fields.tsx'
import { BulkRows } from './bulk-rows.tsx'
import { type BulkAsk, useBulk } from './use-bulk.ts'
import './bulk.css'

interface BulkPanelProps {
  readonly chosen: readonly CaseSummary[]
  readonly onClose: () => void
}

/** One step on the chosen cases: tried first, row by row; then done; then ten minutes in which what has not left the house can be undone. */
export function BulkPanel({ chosen, onClose }: BulkPanelProps) {
  const say = useText()
  const id = useId()
  const [verb, setVerb] = useState<BulkVerb | null>(null)
  const [target, setTarget] = useState('')
  const [reason, setReason] = useState('')
  const { dry, act, undo } = useBulk()
  const possible = (one: BulkVerb) => chosen.filter(({ steps }) => steps.includes(one)).length
  const ask = (one: BulkVerb): BulkAsk => askOf(one, { chosen, target, reason })
  const choose = (one: BulkVerb) => {
    setVerb(one)
    dry.reset()
    act.reset()
    undo.reset()
    if (one !== 'transfer') dry.mutate(ask(one))
  }
  const able = (dry.data?.rows ?? []).filter(({ refusal }) => refusal === null).length
  return (
    <section className="card bulk" aria-label={say({ zh: '批量办理', en: 'Many at once' })}>
      <div className="form-actions">
        <strong className="number">{say({ zh: `已选 ${chosen.length} 件`, en: `${chosen.length} chosen` })}</strong>
        {bulkVerbs.map((one) => (
          <Button key={one} disabled={possible(one) === 0} aria-pressed={verb === one} onClick={() => choose(one)}>
            {say(stepTable[one].label)} <span className="number">{possible(one)}</span>
          </Button>
        ))}
        <Button onClick={onClose}>{say({ zh: '退出批量', en: 'Leave' })}</Button>
      </div>
      {verb === 'transfer' && act.data === undefined && (
        <div className="bulk-transfer">
          <TargetField draft={{ target }} findings={[]} onChange={(part) => setTarget(part.target)} />
          <div className="field">
            <label htmlFor={id}>{say({ zh: '理由', en: 'Reason' })}</label>
            <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </div>
          <Button disabled={target === '' || chosen.length === 0} onClick={() => dry.mutate(ask('transfer'))}>
            {say({ zh: '先试算', en: 'Try first' })}
          </Button>
        </div>
      )}
      <Refusal error={dry.error ?? act.error ?? undo.error} />
      {verb !== null && dry.data !== undefined && act.data === undefined && (
        <div role="status">
          <BulkRows rows={dry.data.rows} fine={{ zh: '可以办', en: 'is possible' }} />
          <Button type="primary" disabled={able === 0} loading={act.isPending} onClick={() => act.mutate(ask(verb))}>
            {say({ zh: `${stepTable[verb].label.zh} ${able} 件`, en: `${stepTable[verb].label.en}: ${able}` })}
          </Button>
        </div>
      )}
      {act.data !== undefined && undo.data === undefined && (
        <div role="status">
          <BulkRows rows={act.data.rows} fine={{ zh: '已办', en: 'done' }} />
          {act.data.batch !== null && act.data.undoUntil !== null && (
            <UndoLine
              until={act.data.undoUntil}
              pending={undo.isPending}
              onUndo={() => undo.mutate(act.data.batch ?? '')}
            />
          )}
        </div>
      )}
      {undo.data !== undefined && (
        <div role="status">
          <BulkRows rows={undo.data.rows} fine={{ zh: '已撤销，恢复原状', en: 'undone' }} />
        </div>
      )}
    </section>
  )
}

interface UndoLineProps {
  readonly until: string
  readonly pending: boolean
  readonly onUndo: () => void
}

function UndoLine({ until, pending, onUndo }: UndoLineProps) {
  const say = useText()
  return (
    <p>
      <Button loading={pending} onClick={onUndo}>
        {say({ zh: '撤销', en: 'Undo' })}
      </Button>{' '}
      <span className="soft small">
        {say({
          zh: `${readableMoment(until)} 前可以撤销还没有告知任何人的；已告知的会说明为什么不能撤销。`,
          en: `Until ${readableMoment(until)} what nobody has been told of can be undone; the rest says why it stands.`,
        })}
      </span>
    </p>
  )
}

function askOf(
  verb: BulkVerb,
  {
    chosen,
    target,
    reason,
  }: { readonly chosen: readonly CaseSummary[]; readonly target: string; readonly reason: string },
): BulkAsk {
  const [kind, id = ''] = target.split(':')
  const to = verb === 'transfer' && id !== ''
  return {
    verb,
    cases: chosen.map((line) => ({ id: line.id, version: line.version })),
    reason: reason.trim() === '' ? null : reason.trim(),
    person: to && kind === 'person' ? id : null,
    department: to && kind === 'department' ? id : null,
  }
}
