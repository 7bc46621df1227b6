import { formatDay } from '../../../../web/kit/format.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { LeadDossier } from '../../contract/leads.ts'
import { visitKindLabels } from '../../contract/words.ts'

/** What was said with the investor, the latest first, rounds of talks among it. */
export function LeadTimeline({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  const language = useLanguage()
  const events = [
    ...lead.visits.map((visit) => ({
      ...{ id: visit.id, on: visit.happenedOn, head: visitKindLabels[visit.kind], words: visit.note },
      ...{ nextOn: visit.nextOn, nextStep: visit.nextStep, by: visit.by, fromMerged: visit.fromMerged },
    })),
    ...lead.talks.map((talk) => ({
      ...{ id: talk.id, on: talk.heldOn, words: [talk.topic, talk.agreed].filter((text) => text !== null).join('：') },
      head: { zh: `第 ${talk.round} 轮洽谈`, en: `Talks, round ${talk.round}` },
      ...{ nextOn: null, nextStep: talk.open, by: null, fromMerged: false },
    })),
    ...lead.agreements.flatMap(({ id, title, signedOn }) =>
      signedOn === null
        ? []
        : [
            {
              id,
              on: signedOn,
              head: { zh: '签约', en: 'Signed' },
              words: title,
              nextOn: null,
              nextStep: null,
              by: null,
              fromMerged: false,
            },
          ],
    ),
  ].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  if (events.length === 0) {
    return (
      <p className="card">
        {say({
          zh: '还没有联系记录。打完电话点“记电话”。',
          en: 'No contact is noted yet. After a call press "Note a call".',
        })}
      </p>
    )
  }
  return (
    <ol className="lead-timeline">
      {events.map((event) => (
        <li key={event.id}>
          <p>
            <strong>{formatDay(event.on, language)}</strong> <span className="mark">{say(event.head)}</span>{' '}
            {event.by !== null && <span className="soft small">{event.by}</span>}
            {event.fromMerged && (
              <span className="soft small">{say({ zh: '（来自并入的线索）', en: '(from a merged lead)' })}</span>
            )}
          </p>
          <p>{event.words}</p>
          {(event.nextOn !== null || event.nextStep !== null) && (
            <p className="soft small">
              → {event.nextOn !== null && formatDay(event.nextOn, language)} {event.nextStep}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
