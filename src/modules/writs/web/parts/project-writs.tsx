import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import { useWrits } from './use-writs.ts'
import { WritLine } from './writ-line.tsx'
import './writs.css'

/** Every writ of a project, the latest first; void and replaced ones keep their place. */
export function ProjectWrits({ project }: { readonly project: string }) {
  const say = useText()
  const { data, error, refetch } = useWrits({ project })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.writs.length === 0) {
    return (
      <p className="card empty-state" role="status">
        {say({
          zh: '还没有文书。部门在办件里出具的告知书、决定书、证照和送达回证会按时间列在这里，可以下载和核验。',
          en: 'No writs yet. Notices, decisions, certificates and proofs of delivery that offices make in cases stand here, to be taken and verified.',
        })}
      </p>
    )
  }
  return (
    <ul className="plain-list">
      {data.writs.map((writ) => (
        <li key={writ.id} className="card">
          <WritLine writ={writ} />
        </li>
      ))}
    </ul>
  )
}
