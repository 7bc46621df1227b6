import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfProject } from '../../../../web/kit/placed.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { usePlanNames } from '../../../plans/web/panels.tsx'
import type { Dossier } from '../../../projects/contract.ts'
import { CaseDrawer } from '../case/case-drawer.tsx'
import { CaseTable } from '../parts/case-table.tsx'
import { together } from '../parts/together.ts'
import { ChooseJoint } from './choose-joint.tsx'
import { FileDrawer } from './file-drawer.tsx'
import { nextMatters } from './next-matters.ts'
import { StageReviews } from './stage-reviews.tsx'
import { useCases, useRunning } from './use-project.ts'

const caption = { zh: '办件', en: 'Cases' }

/** The cases of a project, those that are open first; and what can be filed now. */
export function CasesTab({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const { search, go, replace } = useAddress()
  const { data, error, refetch } = useCases(dossier.id)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const cases = together(
    data.cases.toSorted((a, b) => Number(a.waitsFor === 'nobody') - Number(b.waitsFor === 'nobody')),
  )
  return (
    <>
      <NextToFile dossier={dossier} />
      <StageReviews project={dossier.id} />
      {cases.length === 0 ? (
        <p className="card empty-state" role="status">
          {say({
            zh: '还没有办件。提交申请后，办到哪一步、等谁、还有几天，都会列在这里。',
            en: 'No cases yet. Once applied for, each stands here with its step, whom it waits for, and its days.',
          })}
        </p>
      ) : (
        <CaseTable
          cases={cases}
          caption={caption}
          open={search.case}
          onOpen={(id) => go({ case: id })}
          withoutProject
        />
      )}
      <PlacedOfProject place="project.cases" project={dossier.id} />
      {search.case !== undefined && (
        <CaseDrawer
          id={search.case}
          among={cases}
          onGo={(id) => replace({ case: id })}
          onClose={() => replace({ case: undefined })}
        />
      )}
      {search.file !== undefined && search.case === undefined && (
        <FileDrawer
          key={search.file}
          project={dossier.id}
          matter={search.file}
          onClose={() => replace({ file: undefined })}
          onFiled={(id) => replace({ file: undefined, case: id })}
        />
      )}
    </>
  )
}

/** What the plan says can be filed today, and what comes after it. */
export function NextToFile({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const { may } = useMember()
  const { go } = useAddress()
  const names = usePlanNames()
  const { data } = useRunning(dossier.id, dossier.basis !== null && may('cases.submit'))
  if (!may('cases.submit') || data === undefined || names === null) return null
  const open = nextMatters(data)
  const now = open.filter((matter) => matter.now)
  const [later] = open.filter((matter) => !matter.now)
  return (
    <section className="card next-to-file">
      <h2>{say({ zh: `现在可以申报 ${now.length} 项`, en: `Can be filed now: ${now.length}` })}</h2>
      <ul className="plain-list">
        {now.map(({ code, critical }) => (
          <li key={code}>
            <button type="button" className="link" onClick={() => go({ view: 'cases', file: code, case: undefined })}>
              {say(names.matter(code))}
            </button>{' '}
            <span className="soft small">{names.authority(code)}</span>{' '}
            {critical && <span className="mark">{say({ zh: '◆ 关键路径', en: '◆ critical' })}</span>}
          </li>
        ))}
      </ul>
      <ChooseJoint project={dossier.id} codes={now.map(({ code }) => code)} />
      {later !== undefined && (
        <p className="soft small">
          {say({
            zh: `接下来：${names.matter(later.code).zh}，预计 ${later.startsOn ?? ''} 起`,
            en: `Next: ${names.matter(later.code).en}, from ${later.startsOn ?? ''}`,
          })}
        </p>
      )}
    </section>
  )
}
