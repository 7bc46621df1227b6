import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { useText } from '../../../../web/text.tsx'
import { confidenceLabels } from '../../../matters/contract/labels.ts'
import { usePlanNames, yuan } from '../../../plans/web/panels.tsx'
import { type LineVerb, lineStateLabels, lineSteps } from '../../contract/steps.ts'
import type { BillLine } from '../../contract.ts'
import { LineForm } from './line-form.tsx'

const own = ['assess', 'waive', 'refund'] as const satisfies readonly LineVerb[]
const kinds = {
  price: { zh: '价款', en: 'price' },
  tax: { zh: '税', en: 'tax' },
  fee: { zh: '费', en: 'fee' },
} as const

interface BillLineProps {
  readonly line: BillLine
  /** Ticked for a step that is taken for several lines; undefined where there is none. */
  readonly ticked: boolean | undefined
  readonly onTick: (ticked: boolean) => void
}

/** One line of the bill: for what, how much and by which rule, where it stands with its evidence, and what may be done. */
export function BillLineItem({ line, ticked, onTick }: BillLineProps) {
  const say = useText()
  const [open, setOpen] = useState<(typeof own)[number] | null>(null)
  const { name, matter, amount, basis, confidence, state, steps, kind, sample } = line
  const doable = own.filter((verb) => steps.includes(verb))
  const chosen = open !== null && doable.includes(open) ? open : null
  const mark = confidenceLabels[confidence]
  return (
    <li className="bill-line">
      <p>
        {ticked !== undefined && (
          <label className="bill-tick">
            <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
            <span className="visually-hidden">{say({ zh: `选中${name.zh}`, en: `Choose ${name.en}` })}</span>
          </label>
        )}
        <strong>{say(name)}</strong> <span className="soft small">{say(kinds[kind])}</span>{' '}
        <strong className="number">
          {amount === null ? say({ zh: '金额待定', en: 'not known yet' }) : `¥ ${yuan(amount)}`}
        </strong>{' '}
        <span className={`mark bill-${state}`}>{say(lineStateLabels[state])}</span>{' '}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <p className="small soft">
        {say({ zh: `在“${matter.name.zh}”缴纳`, en: `falls due at ${matter.name.en}` })} · {basis}{' '}
        <span className={`mark mark-${confidence}`}>{say(mark.mark)}</span>
      </p>
      <Missing line={line} />
      <Standing line={line} />
      {doable.length > 0 && (
        <div className="form-actions">
          {doable.map((verb) => (
            <Button
              key={verb}
              size="small"
              aria-expanded={verb === chosen}
              onClick={() => setOpen(verb === chosen ? null : verb)}
            >
              {say(lineSteps[verb].label)}
              <span className="visually-hidden">：{say(name)}</span>
            </Button>
          ))}
        </div>
      )}
      {chosen !== null && <LineForm key={chosen} line={line} verb={chosen} onClose={() => setOpen(null)} />}
    </li>
  )
}

/** What is still asked for, in the words of the facts. */
function Missing({ line: { missing, state } }: Pick<BillLineProps, 'line'>) {
  const say = useText()
  const names = usePlanNames()
  if (missing.length === 0 || state !== 'due') return null
  const list = missing.map((code) => say(names?.fact(code) ?? { zh: code, en: code }))
  return (
    <p className="small">
      {say({ zh: '还缺：', en: 'Missing: ' })}
      {list.join(say({ zh: '；', en: '; ' }))}
    </p>
  )
}

/** Payment, waiver and refund with their grounds and evidence. */
function Standing({ line }: Pick<BillLineProps, 'line'>) {
  const say = useText()
  const { assessedBasis, paidOn, receipt, paymentFileId, waiverBasis, waivedOn, waivedByRule, waiverFileId } = line
  const { refunded, refundedOn, refundFileId, refundNumber, paymentNumber, reason, state } = line
  const name = say(line.name)
  const file = (id: string | null) => id !== null && <DownloadButton id={id} name={name} />
  return (
    <>
      {assessedBasis !== null && (
        <p className="small">{say({ zh: `核定：${assessedBasis}`, en: `Set by: ${assessedBasis}` })}</p>
      )}
      {paidOn !== null && (
        <p className="small">
          {say({ zh: `${paidOn} 缴款`, en: `Paid on ${paidOn}` })}
          {paymentNumber !== null && say({ zh: `，流水号 ${paymentNumber}`, en: `, transfer ${paymentNumber}` })}
          {receipt !== null && say({ zh: `，票据 ${receipt}`, en: `, receipt ${receipt}` })} {file(paymentFileId)}
        </p>
      )}
      {waiverBasis !== null && (
        <p className="small">
          {say({ zh: `${waivedOn ?? ''} 减免，依据：${waiverBasis}`, en: `Waived ${waivedOn ?? ''}: ${waiverBasis}` })}
          {waivedByRule && say({ zh: '（目录规则）', en: ' (rule of the catalogue)' })} {file(waiverFileId)}
        </p>
      )}
      {state === 'refunded' && (
        <p className="small">
          {say({
            zh: `${refundedOn ?? ''} 已退 ¥ ${yuan(refunded)}`,
            en: `Refunded ¥ ${yuan(refunded)} on ${refundedOn ?? ''}`,
          })}
          {refundNumber !== null && say({ zh: `，流水号 ${refundNumber}`, en: `, transfer ${refundNumber}` })}
          {reason !== null && `：${reason}`} {file(refundFileId)}
        </p>
      )}
      {state === 'due' && reason !== null && (
        <p className="small">{say({ zh: `退回：${reason}`, en: `Sent back: ${reason}` })}</p>
      )}
    </>
  )
}
