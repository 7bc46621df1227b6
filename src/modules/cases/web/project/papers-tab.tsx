import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import { papersByPreparer, usePlanNames } from '../../../plans/web/panels.tsx'
import type { Dossier } from '../../../projects/contract.ts'
import type { CaseDetail } from '../../contract/case.ts'
import type { CasePaper } from '../../contract/paper.ts'
import { paperMark } from '../parts/labels.ts'
import { NoBasis } from './plan-tab.tsx'
import { useCases, useDetails, useRunning } from './use-project.ts'

/** Every paper of the project once, by who prepares it: there, missing, owed or returned. */
export function PapersTab({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const names = usePlanNames()
  const running = useRunning(dossier.id, dossier.basis !== null)
  const cases = useCases(dossier.id)
  const details = useDetails(cases.data?.cases.map(({ id }) => id) ?? [])
  if (dossier.basis === null) return <NoBasis />
  if (running.data === undefined || names === null) return <Opening />
  const states = statesOf(details)
  return (
    <div className="papers-of-project">
      {papersByPreparer(running.data).map(({ preparer, label, needs }) => (
        <section key={preparer} className="card">
          <h2>
            {say(label)}{' '}
            <span className="soft number">
              {needs.filter(({ paper }) => isThere(states.get(paper))).length} / {needs.length}
            </span>
          </h2>
          <ul className="plain-list">
            {needs.map((need) => (
              <li key={need.paper}>
                <span className={`paper-status paper-${states.get(need.paper) ?? 'needed'}`}>
                  {say(paperMark(states.get(need.paper) ?? 'needed'))}
                </span>{' '}
                {say(names.ref(need.paper))}
                <p className="small soft">
                  {say({
                    zh: `${need.neededOn ?? ''} 用于${names.matter(need.firstNeededBy).zh}`,
                    en: `${need.neededOn ?? ''} for ${names.matter(need.firstNeededBy).en}`,
                  })}
                </p>
              </li>
            ))}
          </ul>
          {needs.length === 0 && <p className="soft">{say({ zh: '没有。', en: 'None.' })}</p>}
        </section>
      ))}
    </div>
  )
}

type Status = CasePaper['status']
/** What asks for action outweighs what is there. */
const weight: readonly Status[] = ['returned', 'owed', 'accepted', 'given', 'replaced', 'needed']

/** What has become of each paper over all cases of the project. */
export function statesOf(details: readonly CaseDetail[]): ReadonlyMap<string, Status> {
  const states = new Map<string, Status>()
  for (const { ref, status } of details.flatMap(({ papers }) => papers)) {
    const known = states.get(ref)
    if (known === undefined || weight.indexOf(status) < weight.indexOf(known)) states.set(ref, status)
  }
  return states
}

export function isThere(status: Status | undefined): boolean {
  return status === 'given' || status === 'accepted' || status === 'replaced'
}
