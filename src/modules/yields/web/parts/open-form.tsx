import { Button } from 'antd'
import { useId, useState } from 'react'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type MeasureName, measures } from '../../contract/measures.ts'
import { openRound } from '../../contract.ts'
import { SheetView } from './sheet-view.tsx'
import { useSheets, yieldDoors } from './use-yields.ts'

/** Opens the evaluation of a year by a sheet, with the zone's own base values where it has any. */
export function OpenForm() {
  const say = useText()
  const id = useId()
  const { go } = useAddress()
  const [open, setOpen] = useState(false)
  const { data } = useSheets(open)
  const [year, setYear] = useState(String(new Date().getFullYear() - 1))
  const [code, setCode] = useState('')
  const [bases, setBases] = useState<Partial<Record<MeasureName, string>>>({})
  const act = useAct(openRound, { stale: yieldDoors, onDone: ({ round }) => go({ round: round.id }) })
  const heading = say({ zh: '开始一年的评价', en: 'Open an evaluation' })
  if (!open) return <Button onClick={() => setOpen(true)}>{heading}</Button>
  const sheet = data?.sheets.find((one) => one.code === code) ?? data?.sheets[0]
  const submit = () => {
    if (sheet === undefined) return
    const own = Object.entries(bases).filter(([, text]) => Number(text) > 0)
    act.mutate({
      year: Number(year),
      sheet: sheet.code,
      bases: Object.fromEntries(own.map(([measure, text]) => [measure, Number(text)])),
    })
  }
  return (
    <form
      className="card words-form"
      aria-label={heading}
      onSubmit={(event) => {
        event.preventDefault()
        if (!act.isPending) submit()
      }}
    >
      <h2>{heading}</h2>
      <div className="field">
        <label htmlFor={`${id}-year`}>{say({ zh: '评价年度', en: 'Year' })}</label>
        <input
          id={`${id}-year`}
          className="text-input"
          inputMode="numeric"
          value={year}
          onChange={({ target }) => setYear(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-sheet`}>{say({ zh: '公式单', en: 'Formula sheet' })}</label>
        <select id={`${id}-sheet`} value={sheet?.code ?? ''} onChange={({ target }) => setCode(target.value)}>
          {data?.sheets.map((one) => (
            <option key={one.code} value={one.code}>
              {say(one.name)}
            </option>
          ))}
        </select>
      </div>
      {sheet && <SheetView sheet={sheet} />}
      {sheet && (
        <details>
          <summary>{say({ zh: '改用本区基准值（选填）', en: 'Own base values (optional)' })}</summary>
          {[...new Set(sheet.groups.aboveScale.map(({ measure }) => measure))].map((measure) => (
            <div key={measure} className="field">
              <label htmlFor={`${id}-${measure}`}>
                {say(measures[measure].label)} <span className="soft">{say(measures[measure].unit)}</span>
              </label>
              <input
                id={`${id}-${measure}`}
                className="text-input"
                inputMode="decimal"
                value={bases[measure] ?? ''}
                onChange={({ target }) => setBases((all) => ({ ...all, [measure]: target.value }))}
              />
            </div>
          ))}
        </details>
      )}
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={sheet === undefined}>
          {say({ zh: '开始测算', en: 'Compute a draft' })}
        </Button>
        <Button onClick={() => setOpen(false)}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
