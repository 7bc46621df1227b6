import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'

/** What will stand here, and the one thing to do meanwhile. */
export function InboxEmpty({ view }: { readonly view: 'waiting' | 'done' }) {
  const say = useText()
  const { zone, may } = useMember()
  const text =
    view === 'waiting'
      ? {
          zh: '现在没有等您办的件。有新的申请、补正或到期的办件时，会按后果排在这里。',
          en: 'Nothing waits for you now. New applications, corrections and what falls due will stand here by consequence.',
        }
      : {
          zh: '您还没有办过件。办过的会按时间排在这里。',
          en: 'You have not acted on a case yet. Those you have will stand here.',
        }
  return (
    <div className="card empty-state">
      <p role="status">{say(text)}</p>
      {may('projects.read') && (
        <Link to="/projects" search={{ zone: zone.code }}>
          {say({ zh: '看全区项目', en: "Look at the zone's projects" })}
        </Link>
      )}
    </div>
  )
}
