import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../../web/client.ts'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { LeadContact } from '../../contract/lead-contact.ts'
import type { LeadDossier } from '../../contract/leads.ts'
import type { VisitKind } from '../../contract/words.ts'
import { VisitForm } from './visit-form.tsx'

/** Three big buttons for a thumb: call, note a call, note a visit. A note is done in three taps. */
export function LeadActs({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  const { may } = useMember()
  const [noting, setNoting] = useState<VisitKind | null>(null)
  const open = lead.stage !== 'merged'
  return (
    <>
      <div className="lead-acts">
        {may('promotion.reveal') && <CallFirst lead={lead} />}
        {open && may('promotion.write') && (
          <>
            <button type="button" className="lead-act" onClick={() => setNoting('call')}>
              ✎ {say({ zh: '记电话', en: 'Note a call' })}
            </button>
            <button type="button" className="lead-act" onClick={() => setNoting('visit')}>
              ⌂ {say({ zh: '记走访', en: 'Note a visit' })}
            </button>
          </>
        )}
      </div>
      {noting !== null && <VisitForm key={noting} lead={lead} kind={noting} onClose={() => setNoting(null)} />}
    </>
  )
}

/** The number is personal: it is asked for when it is needed, each look is journaled, then the phone dials. */
function CallFirst({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  const { zone } = useMember()
  const [first] = lead.contacts
  const reveal = useMutation({
    mutationFn: (id: string) => call(doorsOf(LeadContact).reveal, { zone: zone.code, id }),
    onSuccess: ({ phone }) => {
      if (phone) location.href = `tel:${phone}`
    },
    gcTime: 0,
  })
  if (!first) {
    return (
      <p className="soft lead-no-contact">
        {say({ zh: '还没有联系人，请在“联系人”里添加。', en: 'Nobody to call yet: add a person under People.' })}
      </p>
    )
  }
  const phone = reveal.data?.phone
  if (phone) {
    return (
      <a className="lead-act lead-act-main" href={`tel:${phone}`}>
        ☎ {phone}
      </a>
    )
  }
  return (
    <>
      <button
        type="button"
        className="lead-act lead-act-main"
        disabled={reveal.isPending}
        onClick={() => reveal.mutate(first.id)}
      >
        ☎ {say({ zh: '打电话', en: 'Call' })} {first.name}
      </button>
      {reveal.isSuccess && <span className="soft">{say({ zh: '没有登记电话', en: 'No number is registered' })}</span>}
      <Refusal error={reveal.error} />
    </>
  )
}
