import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { PlacedOfProject } from '../../../../web/kit/placed.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { usePlanNames } from '../../../plans/web/panels.tsx'
import { stageLabels } from '../../../projects/contract/stage.ts'
import type { Dossier } from '../../../projects/contract.ts'
import { ProjectCalls, ProjectPhoto } from '../../../projects/web/panels.tsx'
import { nextMatters } from '../project/next-matters.ts'
import { isThere, openCases, paperState } from '../project/paper-states.ts'
import { useCases, useDetails, useRunning } from '../project/use-project.ts'
import { DoneList } from './done-list.tsx'

/** One project on a phone: three big buttons, and above them what comes next and what is missing. */
export function ProjectCard({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const { zone } = useMember()
  const [open, setOpen] = useState<'call' | 'done' | null>(null)
  const toggle = (name: 'call' | 'done') => setOpen(open === name ? null : name)
  return (
    <article className="card phone-card">
      <h2>
        <Link to="/projects/$id" params={{ id: dossier.id }} search={{ zone: zone.code }} className="phone-name">
          {dossier.name}
        </Link>{' '}
        <span className="mark">{say(stageLabels[dossier.stage])}</span>
        {dossier.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h2>
      {dossier.enterprise !== null && <p className="soft">{dossier.enterprise.name}</p>}
      <NextLines dossier={dossier} />
      <div className="phone-buttons">
        <button type="button" aria-expanded={open === 'call'} onClick={() => toggle('call')}>
          <span aria-hidden="true">☎</span> {say({ zh: '打电话', en: 'Call' })}
        </button>
        <ProjectPhoto project={dossier.id} className="phone-photo" />
        <button type="button" aria-expanded={open === 'done'} onClick={() => toggle('done')}>
          <span aria-hidden="true">✓</span> {say({ zh: '办完了', en: 'Done' })}
        </button>
      </div>
      <PlacedOfProject place="phone.project" project={dossier.id} />
      {open === 'call' && <ProjectCalls project={dossier.id} enterprise={dossier.enterprise?.id ?? null} />}
      {open === 'done' && <DoneList dossier={dossier} />}
    </article>
  )
}

function NextLines({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const names = usePlanNames()
  const running = useRunning(dossier.id, dossier.basis !== null)
  const cases = useCases(dossier.id)
  const details = useDetails(openCases(cases.data?.cases ?? []))
  if (dossier.next === null)
    return <p>{say({ zh: '已达产，没有下一步。', en: 'At full capacity: nothing comes next.' })}</p>
  if (dossier.basis === null) {
    return <p>{say({ zh: '下一步：填写项目要素和开始日。', en: 'Next: set the facts and the first day.' })}</p>
  }
  if (names === null || running.data === undefined) return null
  const next = nextMatters(running.data).filter(({ now }) => now)
  const [first] = next
  const { plan, progress } = running.data
  const missing = plan.papers.filter(
    (need) =>
      need.preparedBy !== 'government' &&
      next.some(({ code }) => need.serves.includes(code)) &&
      !isThere(paperState(need, details, progress)),
  )
  const waiting = (cases.data?.cases ?? []).filter(({ waitsFor }) => waitsFor === 'applicant')
  return (
    <dl className="phone-lines">
      <div>
        <dt>{say({ zh: '下一步', en: 'Next step' })}</dt>
        <dd>
          {waiting.map(({ id, matter }) => (
            <p key={id}>{say({ zh: `补正或补交：${matter.name.zh}`, en: `Correct or supply: ${matter.name.en}` })}</p>
          ))}
          {first === undefined
            ? waiting.length === 0 &&
              say({ zh: '等部门办理，没有可申报的。', en: 'The offices are at work; nothing to file.' })
            : say({
                zh: `申报${names.matter(first.code).zh}${next.length > 1 ? `，等 ${next.length} 项` : ''}`,
                en: `File ${names.matter(first.code).en}${next.length > 1 ? `, ${next.length} in all` : ''}`,
              })}
        </dd>
      </div>
      <div>
        <dt>{say({ zh: `还缺材料 ${missing.length} 份`, en: `Papers missing: ${missing.length}` })}</dt>
        <dd>
          {missing
            .slice(0, 3)
            .map(({ paper }) => say(names.ref(paper)))
            .join(say({ zh: '、', en: ', ' }))}
          {missing.length > 3 && '…'}
        </dd>
      </div>
    </dl>
  )
}
