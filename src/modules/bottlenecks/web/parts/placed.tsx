import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { BottleneckList } from './bottleneck-list.tsx'
import { RaiseForm } from './raise-form.tsx'
import { useBottlenecks } from './use-bottlenecks.ts'

/** What holds one project up. */
export function OfProject({ project }: { readonly project: string }) {
  const { may } = useMember()
  const found = useBottlenecks({ project })
  return (
    <>
      {may('bottlenecks.raise') && <RaiseForm project={project} />}
      <BottleneckList found={found} empty={{ zh: '没有堵点。', en: 'Nothing holds the project up.' }} />
    </>
  )
}

/** Those that the reader is to clear away. */
export function OfInbox() {
  const found = useBottlenecks({ mine: true, open: true })
  return <BottleneckList found={found} named empty={{ zh: '没有由您负责的堵点。', en: 'No bottleneck is yours.' }} />
}

/** Those that have come up to the leaders. */
export function OfToday() {
  const say = useText()
  const found = useBottlenecks({ open: true })
  const up = found.data?.bottlenecks.filter(({ level, late }) => level > 1 || late > 0) ?? []
  if (up.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: `升级或逾期的堵点 ${up.length}`, en: `Bottlenecks escalated or late: ${up.length}` })}</h2>
      <BottleneckList
        found={{ ...found, data: { bottlenecks: up } } as typeof found}
        named
        empty={{ zh: '没有。', en: 'None.' }}
      />
    </section>
  )
}
