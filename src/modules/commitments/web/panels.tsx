import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { call, queryOf } from '../../../web/client.ts'
import { Failure } from '../../../web/kit/failure.tsx'
import { Refusal } from '../../../web/kit/refusal.tsx'
import { useMember } from '../../../web/kit/session/use-work.ts'
import { useText } from '../../../web/text.tsx'
import { type Commitment, draftCommitments, listCommitments } from '../contract.ts'
import { CommitmentLine } from './parts/commitment-line.tsx'
import './parts/commitments.css'

/** The commitments of a project, or of all projects that the reader sees, the latest first. */
export function useCommitments(project?: string) {
  const { zone, may } = useMember()
  const input = { zone: zone.code, limit: 200, ...(project !== undefined && { project }) }
  return useQuery({ ...queryOf(listCommitments, input), enabled: may('commitments.read'), staleTime: 0 })
}

/** Commitments of a project: what each says, where it stands, and the steps that the reader may take. */
export function ProjectCommitments({ project }: { readonly project: string }) {
  const say = useText()
  const { may } = useMember()
  const { data, error, refetch } = useCommitments(project)
  if (!may('commitments.read')) return null
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  const all = data?.commitments ?? []
  return (
    <section>
      <h2>
        {say({ zh: '承诺', en: 'Commitments' })}
        {data && <span className="soft number"> {all.length}</span>}
      </h2>
      {data !== undefined && all.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有承诺。按方案生成后，企业可以在线签署，替代相应材料。',
            en: 'No commitments yet. Once drafted from the plan, the enterprise signs them here in place of papers.',
          })}
        </p>
      )}
      <ul className="plain-list">
        {all.map((commitment) => (
          <li key={commitment.id}>
            <CommitmentLine commitment={commitment} />
          </li>
        ))}
      </ul>
      {may('commitments.draft') && <DraftButton project={project} />}
    </section>
  )
}

/** Of a case whose decision rests on a breached commitment: that revoking it is proposed, and the way to say no. */
export function BreachProposal({ project, caseId }: { readonly project: string; readonly caseId: string }) {
  const say = useText()
  const { data } = useCommitments(project)
  const open = (data?.commitments ?? []).filter((one) => one.caseId === caseId && one.proposal === 'open')
  if (open.length === 0) return null
  return (
    <section className="notice notice-warning">
      <p>
        <strong>
          {say({
            zh: '据以办结的承诺已认定违约，建议撤销本决定；由负责人在本页办理“撤销”，或说明为何不撤销。',
            en: 'A commitment behind this decision was breached: revoke the decision here, or say why not.',
          })}
        </strong>
      </p>
      {open.map((commitment) => (
        <CommitmentLine key={commitment.id} commitment={commitment} />
      ))}
    </section>
  )
}

/** What the reader has to sign or to answer, over all projects; nothing when there is none. */
export function CommitmentsToSign() {
  const say = useText()
  const { data } = useCommitments()
  const mine = (data?.commitments ?? []).filter(isMine)
  if (mine.length === 0) return null
  return (
    <section className="card">
      <h2>
        {say({ zh: `等您签署或申辩的承诺 ${mine.length} 份`, en: `Commitments to sign or to answer: ${mine.length}` })}
      </h2>
      <ul className="plain-list">
        {mine.map((commitment) => (
          <li key={commitment.id}>
            <CommitmentLine commitment={commitment} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Waits for whom it binds: to be signed, or to be answered while a breach is proposed. */
export function isMine({ steps, statement }: Commitment): boolean {
  return steps.includes('sign') || (steps.includes('defend') && statement === null)
}

function DraftButton({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const draft = useMutation({
    mutationFn: () => call(draftCommitments, { zone: zone.code, project }),
    onSuccess: () => client.invalidateQueries({ queryKey: [listCommitments.name] }),
  })
  return (
    <>
      <Button loading={draft.isPending} onClick={() => draft.mutate()}>
        {say({ zh: '按方案生成承诺', en: 'Draft from the plan' })}
      </Button>
      <Refusal error={draft.error} />
    </>
  )
}
