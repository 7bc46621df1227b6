import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { assignPaper, listAssignable } from '../../contract.ts'
import { AssignmentLine } from './assignment-line.tsx'
import { assignmentDoors, useAssignments } from './use-assignments.ts'

/** Which papers of the project are with which intermediary, and the way to assign another. */
export function ProjectAssignments({ project }: { readonly project: string }) {
  const say = useText()
  const { data, error, refetch } = useAssignments(project)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <section className="card">
      <h2>{say({ zh: '委托中介的材料', en: 'Papers with intermediaries' })}</h2>
      {data.assignments.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有委托。选一份方案要的材料和一家中介，对方会看到几号要、晚了影响什么。',
            en: 'None yet. Choose a paper of the plan and an intermediary; it will see the day on which the plan needs it.',
          })}
        </p>
      )}
      {data.assignments.map((one) => (
        <div key={one.id}>
          <AssignmentLine assignment={one} />
          <p className="small soft">{one.intermediary}</p>
        </div>
      ))}
      <AssignForm
        project={project}
        taken={data.assignments.filter(({ steps }) => steps.length > 0).map(({ ref }) => ref)}
      />
    </section>
  )
}

function AssignForm({ project, taken }: { readonly project: string; readonly taken: readonly string[] }) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const { data } = useQuery({ ...queryOf(listAssignable, { zone: zone.code, project }), staleTime: 0 })
  const [ref, setRef] = useState('')
  const [intermediary, setIntermediary] = useState('')
  const act = useAct(assignPaper, { stale: assignmentDoors, onDone: () => setRef('') })
  if (data === undefined) return null
  const papers = data.papers.filter((paper) => !taken.includes(paper.ref))
  if (papers.length === 0 || data.intermediaries.length === 0) {
    return (
      <p className="soft small">
        {say({
          zh: '没有可委托的材料，或还没有中介账号；中介账号由系统管理员开设。',
          en: 'There is no paper to assign, or no intermediary has an account yet; an administrator opens accounts.',
        })}
      </p>
    )
  }
  const ready = ref !== '' && intermediary !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !act.isPending) act.mutate({ project, ref, intermediary, note: null })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-paper`}>{say({ zh: '材料', en: 'Paper' })}</label>
        <select id={`${id}-paper`} value={ref} onChange={(event) => setRef(event.target.value)}>
          <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
          {papers.map((paper) => (
            <option key={paper.ref} value={paper.ref}>
              {say(paper.name)} {paper.neededOn ?? ''}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-to`}>{say({ zh: '中介机构', en: 'Intermediary' })}</label>
        <select id={`${id}-to`} value={intermediary} onChange={(event) => setIntermediary(event.target.value)}>
          <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
          {data.intermediaries.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <Refusal error={act.error} />
      <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
        {say({ zh: '委托', en: 'Assign' })}
      </Button>
    </form>
  )
}
