import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { dayFromNumber, dayNumber } from '../../../../kernel/calendar.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { readDraft, writeDraft } from '../../../../web/kit/draft.ts'
import { formatDay } from '../../../../web/kit/format.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { noteVisit } from '../../contract/lead-steps.ts'
import type { LeadDossier } from '../../contract/leads.ts'
import { type VisitKind, visitKindLabels, visitKinds } from '../../contract/words.ts'
import { promotionDoors } from './use-promotion.ts'

const presets = [
  { zh: '已接通，有意向', en: 'Reached, interested' },
  { zh: '已接通，再考虑', en: 'Reached, will think it over' },
  { zh: '没有接通', en: 'Not reached' },
  { zh: '约好来区考察', en: 'Agreed to come and look' },
  { zh: '需要资料', en: 'Asks for papers' },
] as const
const steps = [1, 3, 7, 14, 30] as const
const usual = 7

interface Props {
  readonly lead: LeadDossier
  readonly kind: VisitKind
  readonly onClose: () => void
}

/** What was said and when to speak next: one tap for the words, one to save; the usual week is chosen. What is typed outlives a lost network. */
export function VisitForm({ lead, kind: given, onClose }: Props) {
  const say = useText()
  const language = useLanguage()
  const id = useId()
  const draft = `promotion.visit.${lead.id}`
  const today = legalDayOf(new Date())
  const later = (days: number) => dayFromNumber(dayNumber(today) + days)
  const [kind, setKind] = useState(given)
  const [note, setNote] = useState(readDraft<string>(draft) ?? '')
  const [nextOn, setNextOn] = useState(later(usual))
  const [happenedOn, setHappenedOn] = useState(today)
  const act = useAct(noteVisit, {
    stale: promotionDoors,
    onDone: () => {
      writeDraft(draft, null)
      onClose()
    },
  })
  const write = (text: string) => {
    setNote(text)
    writeDraft(draft, text)
  }
  const ready = note.trim() !== ''
  return (
    <form
      className="card visit-form"
      aria-label={say({ zh: '记一次联系', en: 'Note a contact' })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || act.isPending) return
        act.mutate({
          id: lead.id,
          kind,
          note: note.trim(),
          happenedOn,
          nextOn: nextOn === '' ? null : nextOn,
          nextStep: null,
        })
      }}
    >
      <div className="preset-row">
        {presets.map((preset) => (
          <button
            key={preset.en}
            type="button"
            className="preset"
            aria-pressed={note === say(preset)}
            onClick={() => write(say(preset))}
          >
            {say(preset)}
          </button>
        ))}
      </div>
      <div className="field">
        <label htmlFor={id}>{say({ zh: '说了什么', en: 'What was said' })}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <fieldset className="preset-row">
        <legend>{say({ zh: '下次联系', en: 'Next contact' })}</legend>
        {steps.map((days) => (
          <button
            key={days}
            type="button"
            className="preset"
            aria-pressed={nextOn === later(days)}
            onClick={() => setNextOn(later(days))}
          >
            {days === 1 ? say({ zh: '明天', en: 'Tomorrow' }) : say({ zh: `${days} 天后`, en: `In ${days} days` })}
          </button>
        ))}
        <button type="button" className="preset" aria-pressed={nextOn === ''} onClick={() => setNextOn('')}>
          {say({ zh: '不约', en: 'None' })}
        </button>
        <input
          type="date"
          className="text-input"
          aria-label={say({ zh: '下次联系的日期', en: 'Day of the next contact' })}
          min={happenedOn}
          value={nextOn}
          onChange={(event) => setNextOn(event.target.value)}
        />
      </fieldset>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '保存', en: 'Save' })}
          {nextOn !== '' && ` · ${formatDay(nextOn, language)}`}
        </Button>
        <Button size="large" onClick={onClose}>
          {say({ zh: '取消', en: 'Cancel' })}
        </Button>
      </div>
      <details>
        <summary>{say({ zh: '方式和日期', en: 'How and when' })}</summary>
        <div className="promotion-fields">
          <label>
            {say({ zh: '方式', en: 'How' })}
            <select
              value={kind}
              onChange={(event) => setKind(visitKinds.find((one) => one === event.target.value) ?? given)}
            >
              {visitKinds.map((one) => (
                <option key={one} value={one}>
                  {say(visitKindLabels[one])}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say({ zh: '日期', en: 'On' })}
            <input
              type="date"
              className="text-input"
              max={today}
              value={happenedOn}
              onChange={(event) => setHappenedOn(event.target.value)}
            />
          </label>
        </div>
      </details>
    </form>
  )
}
