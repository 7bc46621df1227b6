import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { Hold } from '../../contract/plan.ts'
import { mattersByCode } from '../../domain/lists/holds.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import type { WhyProps } from './why-drawer.tsx'

const kinds: Record<Hold['kind'], Label> = {
  start: { zh: '来了才能开始', en: 'before it can start' },
  decision: { zh: '来了才能决定', en: 'before it can be decided' },
  serial: { zh: '串联办理，一个接一个', en: 'one after another' },
}

/** What held its dates up, and whose dates it holds up. */
export function WhyHolds({ matter, code, plan, names, onOpen }: WhyProps) {
  const say = useText()
  if (matter.start === undefined) return null
  const byCode = mattersByCode(plan)
  const waits = matter.holds ?? []
  const waiting = plan.matters.flatMap((other) =>
    (other.holds ?? []).filter((hold) => hold.by === code).map((hold) => ({ ...hold, by: other.code })),
  )
  return (
    <section>
      <h3>{say({ zh: '它在等什么', en: 'What it waits for' })}</h3>
      {waits.length === 0 && (
        <p className="soft">{say({ zh: '不等别的事项，可以马上开始。', en: 'Nothing: it can start at once.' })}</p>
      )}
      <HoldList holds={waits} names={names} onOpen={onOpen} dateOf={(by) => byCode.get(by)?.finishDate ?? null} />
      <h3>{say({ zh: '什么在等它', en: 'What waits for it' })}</h3>
      {waiting.length === 0 && (
        <p className="soft">{say({ zh: '没有事项的日期取决于它。', en: 'No other date hangs on it.' })}</p>
      )}
      <HoldList holds={waiting} names={names} onOpen={onOpen} dateOf={(by) => byCode.get(by)?.startDate ?? null} />
    </section>
  )
}

interface ListProps {
  readonly holds: readonly Hold[]
  readonly names: PlanNames
  readonly onOpen: (code: string) => void
  readonly dateOf: (code: string) => string | null
}

function HoldList({ holds, names, onOpen, dateOf }: ListProps) {
  const say = useText()
  return (
    <ul className="rows">
      {holds.map((hold) => (
        <li key={`${hold.by}${hold.ref}${hold.kind}`}>
          <button type="button" className="link" onClick={() => onOpen(hold.by)}>
            {say(names.matter(hold.by))}
          </button>{' '}
          <span className="number">{dateOf(hold.by)}</span>
          <p className="small soft">
            {names.authority(hold.by)}
            {' · '}
            {hold.ref !== null && `${say(names.ref(hold.ref, hold.by))} `}
            {say(kinds[hold.kind])}
          </p>
        </li>
      ))}
    </ul>
  )
}
