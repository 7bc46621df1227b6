import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { listShown } from '../../contract.ts'

/** What the zone's people have done for the project, as they chose to tell. */
export function ShownNotes({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery(queryOf(listShown, { zone: zone.code, project }))
  const notes = data?.notes ?? []
  if (notes.length === 0) return null
  return (
    <section>
      <h3>{say({ zh: '服务记录', en: 'What was done for you' })}</h3>
      <ul className="plain-list">
        {notes.map(({ id, words, happenedOn, nextStep }) => (
          <li key={id}>
            <span className="number soft">{happenedOn}</span> {words}
            {nextStep !== null && (
              <p className="small">{say({ zh: `下一步：${nextStep}`, en: `Next: ${nextStep}` })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
