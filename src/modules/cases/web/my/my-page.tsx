import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Placed } from '../../../../web/kit/placed.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { CommitmentsToSign, isMine, useCommitments } from '../../../commitments/web/panels.tsx'
import { useProjects } from '../../../projects/web/panels.tsx'
import type { CaseSummary } from '../../contract/case.ts'
import { listCases } from '../../contract.ts'
import { CaseDrawer } from '../case/case-drawer.tsx'
import { useLiveCases } from '../parts/use-live-cases.ts'
import { MyCases } from './my-cases.tsx'
import { MyProject } from './my-project.tsx'
import './my.css'

const title = { zh: '我的项目', en: 'My project' }

/** An enterprise's own page: what waits for it, where everything else is, and what it can file. */
export function MyPage() {
  const say = useText()
  useTitle(title)
  useLiveCases()
  const { search, replace } = useAddress()
  const projects = useProjects()
  const { data, error, refetch } = useOwnCases()
  const toSign = (useCommitments().data?.commitments ?? []).filter(isMine).length
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined || projects.ids === undefined) return <Opening />
  const cases = data.cases.filter(({ waitsFor }) => waitsFor !== 'nobody')
  const mine = cases.filter(waitsForMe)
  const elsewhere = cases.filter((line) => !waitsForMe(line))
  const waiting = mine.length + toSign
  return (
    <div className="page my">
      <h1>{say(title)}</h1>
      <p className="my-sentence" role="status">
        {say({
          zh: `${waiting === 0 ? '没有等您的事' : `${waiting} 件等您`}；${elsewhere.length} 件在部门办理。`,
          en: `${waiting === 0 ? 'Nothing waits for you' : `${waiting} wait for you`}; ${elsewhere.length} with the offices.`,
        })}
      </p>
      <MyCases title={{ zh: '等您的办件', en: 'Waits for you' }} cases={mine} urgent />
      <CommitmentsToSign />
      <MyCases title={{ zh: '在部门办理', en: 'With the offices' }} cases={elsewhere} />
      {projects.dossiers.map((dossier) => (
        <MyProject key={dossier.id} dossier={dossier} />
      ))}
      {projects.ids.length === 0 && <NoProject />}
      <Placed place="my" />
      {search.case !== undefined && (
        <CaseDrawer
          id={search.case}
          among={cases}
          onGo={(id) => replace({ case: id })}
          onClose={() => replace({ case: undefined })}
        />
      )}
    </div>
  )
}

/** Stands still without me, or goes on at the office while I owe it a paper. */
function waitsForMe({ waitsFor, steps }: CaseSummary): boolean {
  return waitsFor === 'applicant' || steps.includes('supply')
}

function useOwnCases() {
  const { zone } = useMember()
  return useQuery({
    ...queryOf(listCases, { zone: zone.code, limit: 200 }),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })
}

function NoProject() {
  const say = useText()
  return (
    <p className="card empty-state">
      {say({
        zh: '还没有登记到贵企业名下的项目。代办员登记后，这里会显示项目的方案、办件和等您办的事。',
        en: 'No project is registered for your enterprise yet. Once the agent has done so, its plan and cases stand here.',
      })}
    </p>
  )
}
