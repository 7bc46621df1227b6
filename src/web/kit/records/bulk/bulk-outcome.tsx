import { Button } from 'antd'
import type { KindView } from '../../../../kernel/kind-view.ts'
import type { UndoOutput } from '../../../../kernel/record-bulk.ts'
import { useText } from '../../../text.tsx'
import { Refusal } from '../../refusal.tsx'
import type { Row } from '../doors.ts'
import { readableMoment } from '../moments.ts'
import { useTitleOf } from '../use-title-of.ts'
import type { BulkAct, Outcome } from './use-bulk.ts'

interface Undo {
  readonly data: UndoOutput | undefined
  readonly error: Error | null
  readonly isPending: boolean
  readonly mutate: (input: { readonly id: string }) => void
}

interface BulkOutcomeProps {
  readonly kind: KindView
  readonly outcome: Outcome
  readonly rows: ReadonlyMap<string, Row>
  readonly pending: boolean
  readonly undo: Undo
  readonly onDo: (act: BulkAct) => void
  readonly onForget: () => void
}

/** What a trial or the act itself did, row by row where it did not; after the act the way back. */
export function BulkOutcome({ kind, outcome, rows, pending, undo, onDo, onForget }: BulkOutcomeProps) {
  const say = useText()
  const { act, trial, told } = outcome
  const { done, unchanged, bulk, undoUntil } = told
  const text = trial
    ? {
        zh: `试运行：将处理 ${done} 条，${unchanged} 条本来就是这样，${told.failures.length} 条不能处理。还没有改动任何记录。`,
        en: `Tried: ${done} would be done, ${unchanged} are so already, ${told.failures.length} cannot be. Nothing is changed yet.`,
      }
    : {
        zh: `已处理 ${done} 条，${unchanged} 条本来就是这样，${told.failures.length} 条没有处理。`,
        en: `${done} done, ${unchanged} were so already, ${told.failures.length} not done.`,
      }
  const undone = undo.data
  return (
    <div className="notice bulk-outcome" role="status">
      {undone === undefined ? (
        <p>{say(text)}</p>
      ) : (
        <p>
          {say({
            zh: `已撤销：${undone.done} 条恢复原样，${undone.failures.length} 条之后又被修改，保持现状。`,
            en: `Undone: ${undone.done} are as before; ${undone.failures.length} were changed since and stay as they are.`,
          })}
        </p>
      )}
      <Failures kind={kind} rows={rows} failures={(undone ?? told).failures} />
      <div className="form-actions">
        {trial && done > 0 && (
          <Button type="primary" loading={pending} onClick={() => onDo(act)}>
            {say({ zh: `执行（${done} 条）`, en: `Do it (${done})` })}
          </Button>
        )}
        {bulk !== null && undone === undefined && (
          <Button loading={undo.isPending} onClick={() => undo.mutate({ id: bulk })}>
            {say({
              zh: `撤销（${readableMoment(undoUntil ?? '')} 前可撤销）`,
              en: `Undo (until ${readableMoment(undoUntil ?? '')})`,
            })}
          </Button>
        )}
        <Button onClick={onForget}>{say({ zh: '知道了', en: 'Close' })}</Button>
      </div>
      <Refusal error={undo.error} />
    </div>
  )
}

interface FailuresProps {
  readonly kind: KindView
  readonly rows: ReadonlyMap<string, Row>
  readonly failures: UndoOutput['failures']
}

function Failures({ kind, rows, failures }: FailuresProps) {
  const say = useText()
  const titleOf = useTitleOf(kind)
  if (failures.length === 0) return null
  return (
    <ul className="bulk-failures">
      {failures.map(({ id, ...text }) => {
        const row = rows.get(id)
        return (
          <li key={id}>
            {row && <strong>{titleOf(row)}</strong>} {say(text)}
          </li>
        )
      })}
    </ul>
  )
}
