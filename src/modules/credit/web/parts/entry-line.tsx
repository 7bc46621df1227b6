import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { creditCauseLabels, repairStateLabels } from '../../contract/causes.ts'
import { applyRepair, type CreditEntry, decideRepair } from '../../contract.ts'
import { creditDoors } from './use-credit.ts'

/** One entry: what happened, what it weighs and how long, by which rule, and its repair. */
export function EntryLine({ entry }: { readonly entry: CreditEntry }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const cause = creditCauseLabels[entry.cause]
  return (
    <div className={entry.counts ? '' : 'credit-over'}>
      <p>
        <strong>{say(cause)}</strong>{' '}
        <span className="mark number">
          {entry.points > 0 ? '+' : ''}
          {entry.points}
        </span>{' '}
        {!entry.counts && <span className="mark">{say({ zh: '已失效', en: 'No effect any more' })}</span>}{' '}
        {entry.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <p className="small">
        {entry.happenedOn}
        {say(endText(entry))}
        {entry.document !== null && ` · ${entry.document}`}
        {entry.note !== null && ` · ${entry.note}`}
      </p>
      <p className="small soft">
        {entry.source} <span className={`mark mark-${entry.confidence}`}>{entry.confidence}</span>
      </p>
      {entry.repairFrom !== null && entry.repair?.state !== 'applied' && !entry.mayRepair && (
        <p className="small">
          {say({
            zh: `${entry.repairFrom} 起可以申请修复。`,
            en: `Repair may be asked for from ${entry.repairFrom} on.`,
          })}
        </p>
      )}
      {entry.repair !== null && <Repair entry={entry} repair={entry.repair} />}
      {entry.mayRepair && !open && (
        <Button onClick={() => setOpen(true)}>
          {say({ zh: '申请修复', en: 'Ask for repair' })}
          <span className="visually-hidden">：{say(cause)}</span>
        </Button>
      )}
      {entry.mayRepair && open && <RepairForm entry={entry} onClose={() => setOpen(false)} />}
    </div>
  )
}

function endText({ endsOn, counts }: CreditEntry) {
  if (endsOn === null) return { zh: '，长期有效', en: ', without an end' }
  return counts
    ? { zh: `，${endsOn} 到期失效`, en: `, ends on ${endsOn}` }
    : { zh: `，${endsOn} 起失效`, en: `, ended on ${endsOn}` }
}

function RepairForm({ entry, onClose }: { readonly entry: CreditEntry; readonly onClose: () => void }) {
  const say = useText()
  const [fileId, setFileId] = useState<string | null>(null)
  const act = useAct(applyRepair, { stale: creditDoors, onDone: onClose })
  return (
    <WordsForm
      act={{ zh: '提交修复申请', en: 'Submit the application' }}
      label={{ zh: '已经怎样纠正、履行了什么义务', en: 'What has been put right and fulfilled' }}
      pending={act.isPending}
      error={act.error}
      onSubmit={(reason) => act.mutate({ id: entry.id, reason, fileId })}
      onCancel={onClose}
    >
      <UploadButton
        name={say({ zh: '证明材料', en: 'Evidence' })}
        given={fileId !== null}
        label={say({ zh: '上传证明材料（选填）', en: 'Evidence (optional)' })}
        onFile={(file) => setFileId(file.id)}
      />
    </WordsForm>
  )
}

interface RepairProps {
  readonly entry: CreditEntry
  readonly repair: NonNullable<CreditEntry['repair']>
}

function Repair({ entry, repair }: RepairProps) {
  const say = useText()
  const { may } = useMember()
  const [choice, setChoice] = useState<boolean | null>(null)
  const act = useAct(decideRepair, { stale: creditDoors, onDone: () => setChoice(null) })
  const toDecide = repair.state === 'applied' && may('credit.decideRepair')
  return (
    <div className="credit-repair">
      <p className="small">
        <span className="mark">{say(repairStateLabels[repair.state])}</span>{' '}
        {say({ zh: `${repair.appliedOn} 申请修复：`, en: `Repair asked for on ${repair.appliedOn}: ` })}
        {repair.reason}{' '}
        {repair.fileId !== null && <DownloadButton id={repair.fileId} name={say(creditCauseLabels[entry.cause])} />}
      </p>
      {repair.decision !== null && (
        <p className="small">
          {repair.decidedOn}：{repair.decision}
        </p>
      )}
      {toDecide && choice === null && (
        <div className="form-actions">
          <Button onClick={() => setChoice(true)}>{say({ zh: '同意修复', en: 'Grant' })}</Button>
          <Button onClick={() => setChoice(false)}>{say({ zh: '不同意', en: 'Refuse' })}</Button>
        </div>
      )}
      {toDecide && choice !== null && (
        <WordsForm
          act={choice ? { zh: '确认同意修复', en: 'Confirm: grant' } : { zh: '确认不同意', en: 'Confirm: refuse' }}
          label={{ zh: '理由', en: 'Reason' }}
          pending={act.isPending}
          error={act.error}
          onSubmit={(reason) => act.mutate({ id: repair.id, version: repair.version, grant: choice, reason })}
          onCancel={() => setChoice(null)}
        />
      )}
    </div>
  )
}
