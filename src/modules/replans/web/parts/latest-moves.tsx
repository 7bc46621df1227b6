import { useText } from '../../../../web/text.tsx'
import { ChangeLine } from './change-line.tsx'
import { usePlanChanges } from './use-changes.ts'
import './replans.css'

/** What moved the production date of an enterprise's project of late, in its words; nothing when nothing has. */
export function LatestMoves({ project }: { readonly project: string }) {
  const say = useText()
  const { data } = usePlanChanges(project, { limit: 4, milestone: 'production' })
  const [page] = data?.pages ?? []
  const changes = (page?.changes ?? []).filter(({ cause }) => cause !== 'begin').slice(0, 3)
  if (page === undefined || changes.length === 0) return null
  return (
    <>
      <h3>{say({ zh: '投产日期最近因何变动', en: 'What moved the production date of late' })}</h3>
      <ol className="plain-list">
        {changes.map((change) => (
          <ChangeLine key={change.id} project={project} change={change} names={page.names} brief />
        ))}
      </ol>
    </>
  )
}
