import { Button, Input } from 'antd'
import { useState } from 'react'
import { newKey } from '../../../../web/kit/new-key.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type AgreementView, setClauses } from '../../contract/agreements.ts'
import { promotionDoors } from './use-promotion.ts'

interface Props {
  readonly agreement: AgreementView
  readonly onClose: () => void
}

/** The clauses of a draft as a whole; a clause that stays as it is keeps its reviews. */
export function ClauseEditor({ agreement, onClose }: Props) {
  const say = useText()
  const blank = () => ({ key: newKey(), heading: '', words: '' })
  const [clauses, setAll] = useState(
    agreement.clauses.length === 0
      ? [blank()]
      : agreement.clauses.map(({ id, heading, words }) => ({ key: id, heading, words })),
  )
  const act = useAct(setClauses, { stale: promotionDoors, onDone: onClose })
  const set = (key: string, change: { heading?: string; words?: string }) =>
    setAll(clauses.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const full = clauses.filter(({ heading, words }) => heading.trim() !== '' && words.trim() !== '')
  const ready =
    full.length === clauses.filter(({ heading, words }) => heading.trim() !== '' || words.trim() !== '').length
  return (
    <form
      className="clause-editor"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || act.isPending) return
        const { id, version } = agreement
        act.mutate({
          id,
          version,
          clauses: full.map(({ heading, words }) => ({ heading: heading.trim(), words: words.trim() })),
        })
      }}
    >
      {clauses.map(({ key, heading, words }, i) => (
        <fieldset key={key} className="card">
          <legend>{say({ zh: `第 ${i + 1} 条`, en: `Clause ${i + 1}` })}</legend>
          <Input
            maxLength={100}
            aria-label={say({ zh: `第 ${i + 1} 条标题`, en: `Heading of clause ${i + 1}` })}
            placeholder={say({ zh: '标题', en: 'Heading' })}
            value={heading}
            onChange={(event) => set(key, { heading: event.target.value })}
          />
          <Input.TextArea
            rows={3}
            maxLength={8000}
            aria-label={say({ zh: `第 ${i + 1} 条条文`, en: `Text of clause ${i + 1}` })}
            placeholder={say({ zh: '条文', en: 'Text' })}
            value={words}
            onChange={(event) => set(key, { words: event.target.value })}
          />
          <Button onClick={() => setAll(clauses.filter((one) => one.key !== key))}>
            {say({ zh: `删去第 ${i + 1} 条`, en: `Take clause ${i + 1} out` })}
          </Button>
        </fieldset>
      ))}
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button onClick={() => setAll([...clauses, blank()])}>{say({ zh: '加一条', en: 'Add a clause' })}</Button>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '保存条款', en: 'Save the clauses' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
