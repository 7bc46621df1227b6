import { useNavigate } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { FollowUpList } from './follow-up-list.tsx'
import { OrderBox } from './order-box.tsx'
import { useFollowUps } from './use-follow-ups.ts'

const none = {
  zh: '还没有督办。领导批一句话，交办的事和回复都会列在这里。',
  en: 'No follow-up yet. Orders and their answers will stand here.',
}

/** Tab of a project: the leader's line, and every order about the project and its cases. */
export function OfProject({ project }: { readonly project: string }) {
  const found = useFollowUps({ about: project })
  return (
    <>
      <OrderBox subject={{ kind: 'projects.project', id: project }} />
      <FollowUpList found={found} empty={none} />
    </>
  )
}

/** Beneath a case. */
export function OfCase({ id }: { readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const navigate = useNavigate()
  const found = useFollowUps({ about: id })
  // A sheet over the case's own sheet would hide it: the follow-up opens on its page.
  const open = (one: string | undefined) => {
    if (one !== undefined) void navigate({ to: '/follow-ups', search: { zone: zone.code, view: 'all', id: one } })
  }
  return (
    <section>
      <h3>{say({ zh: '督办', en: 'Follow-ups' })}</h3>
      <OrderBox subject={{ kind: 'cases.case', id }} />
      <FollowUpList found={found} empty={none} onOpen={open} />
    </section>
  )
}

/** A leader's first page: the line, and what the leader has ordered that is still open. */
export function OfToday() {
  const say = useText()
  const found = useFollowUps({ view: 'issued', open: true })
  return (
    <section>
      <h2>{say({ zh: '我交办的', en: 'My orders' })}</h2>
      <OrderBox subject={null} />
      <FollowUpList found={found} empty={none} />
    </section>
  )
}

/** The follow-ups of the one inbox. */
export function OfInbox() {
  const found = useFollowUps({ view: 'waiting' })
  return <FollowUpList found={found} empty={{ zh: '没有等您办的督办。', en: 'No follow-up waits for you.' }} />
}
