import { Button } from 'antd'
import { useId, useState } from 'react'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { getOwnership, type HolderKind, type Holding, holderKinds, recordHolders } from '../../contract.ts'

interface Line {
  readonly key: number
  readonly name: string
  readonly kind: HolderKind
  readonly holderId: string | null
  readonly percent: string
  readonly paidInYuan: string | null
}

interface RegisterFormProps {
  readonly enterprise: string
  /** What the form starts with. */
  readonly holders: readonly Holding[]
  readonly onClose: () => void
}

/** The whole register from a day on: lines that are gone end, new ones begin. */
export function RegisterForm({ enterprise, holders, onClose }: RegisterFormProps) {
  const say = useText()
  const id = useId()
  const [asOf, setAsOf] = useState('')
  const [document, setDocument] = useState('')
  const [lines, setLines] = useState<readonly Line[]>(
    holders.map(({ name, kind, holderId, percent, paidInYuan }, key) => ({
      ...{ key, name, kind, holderId, paidInYuan, percent: String(percent) },
    })),
  )
  const act = useAct(recordHolders, { stale: [getOwnership.name], onDone: onClose })
  const set = (key: number, change: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.key === key ? { ...line, ...change } : line)))
  const complete = lines.every(({ name, percent }) => name.trim() !== '' && Number(percent) > 0)
  const ready = asOf !== '' && document.trim() !== '' && complete
  const heading = say({ zh: '登记股东名册', en: 'Record the register' })
  return (
    <form
      className="card words-form"
      aria-label={heading}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || act.isPending) return
        const given = lines.map(({ key: _, percent, ...line }) => ({ ...line, percent: Number(percent) }))
        act.mutate({ id: enterprise, asOf, document: document.trim(), holders: given })
      }}
    >
      <h2>{heading}</h2>
      <div className="field">
        <label htmlFor={`${id}-as-of`}>{say({ zh: '自何日起', en: 'From which day on' })}</label>
        <input
          id={`${id}-as-of`}
          type="date"
          className="text-input"
          value={asOf}
          onChange={({ target }) => setAsOf(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-document`}>{say({ zh: '依据文件', en: 'Document' })}</label>
        <input
          id={`${id}-document`}
          className="text-input"
          maxLength={200}
          value={document}
          onChange={({ target }) => setDocument(target.value)}
        />
      </div>
      {lines.map(({ key, name, kind, percent, holderId }, i) => (
        <fieldset key={key} className="field">
          <legend>{say({ zh: `股东 ${i + 1}`, en: `Shareholder ${i + 1}` })}</legend>
          <label htmlFor={`${id}-${key}-name`}>{say({ zh: '名称', en: 'Name' })}</label>
          <input
            id={`${id}-${key}-name`}
            className="text-input"
            maxLength={100}
            value={name}
            onChange={({ target }) => set(key, { name: target.value })}
          />
          <label htmlFor={`${id}-${key}-kind`}>{say({ zh: '类别', en: 'Kind' })}</label>
          <select
            id={`${id}-${key}-kind`}
            value={kind}
            onChange={({ target }) => set(key, { kind: target.value as HolderKind })}
          >
            {Object.entries(holderKinds).map(([value, label]) => (
              <option key={value} value={value}>
                {say(label)}
              </option>
            ))}
          </select>
          {kind !== 'person' && (
            <>
              <label htmlFor={`${id}-${key}-holder`}>
                {say({ zh: '就是本区企业（选填）', en: 'The enterprise of this zone that it is (optional)' })}
              </label>
              <RefPicker
                id={`${id}-${key}-holder`}
                to="enterprises.enterprise"
                value={holderId ?? ''}
                onChange={(chosen) => set(key, { holderId: chosen === '' ? null : chosen })}
              />
            </>
          )}
          <label htmlFor={`${id}-${key}-percent`}>{say({ zh: '持股比例（%）', en: 'Share (%)' })}</label>
          <input
            id={`${id}-${key}-percent`}
            className="text-input"
            inputMode="decimal"
            value={percent}
            onChange={({ target }) => set(key, { percent: target.value })}
          />
          <Button onClick={() => setLines((all) => all.filter((line) => line.key !== key))}>
            {say({ zh: '删去', en: 'Remove' })}
          </Button>
        </fieldset>
      ))}
      <Button
        onClick={() => setLines((all) => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, ...newLine }])}
      >
        {say({ zh: '加一位股东', en: 'Add a shareholder' })}
      </Button>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '登记', en: 'Record' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}

const newLine = { name: '', kind: 'enterprise', holderId: null, percent: '', paidInYuan: null } as const
