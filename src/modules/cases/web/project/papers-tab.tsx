import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import { papersByPreparer, usePlanNames } from '../../../plans/web/panels.tsx'
import type { Dossier } from '../../../projects/contract.ts'
import '../case/case.css'
import { paperMark } from '../parts/labels.ts'
import { isThere, openCases, paperState } from './paper-states.ts'
import { NoBasis } from './plan-tab.tsx'
import { useCases, useDetails, useRunning } from './use-project.ts'

/** Every paper of the project once, by who prepares it: there, missing, owed or returned. */
export function PapersTab({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const names = usePlanNames()
  const running = useRunning(dossier.id, dossier.basis !== null)
  const cases = useCases(dossier.id)
  const ids = openCases(cases.data?.cases ?? [])
  const details = useDetails(ids)
  if (dossier.basis === null) return <NoBasis />
  const { data } = running
  if (data === undefined || names === null || cases.data === undefined || details.length < ids.length)
    return <Opening />
  return (
    <div className="papers-of-project">
      {papersByPreparer(data).map(({ preparer, label, needs }) => (
        <section key={preparer} className="card">
          <h2>
            {say(label)}{' '}
            <span className="soft number">
              {needs.filter((need) => isThere(paperState(need, details, data.progress))).length} / {needs.length}
            </span>
          </h2>
          <ul className="plain-list">
            {needs.map((need) => {
              const status = paperState(need, details, data.progress)
              return (
                <li key={need.paper}>
                  <span className={`paper-status paper-${status}`}>{say(paperMark(status))}</span>{' '}
                  {say(names.ref(need.paper))}
                  <p className="small soft">
                    {say({
                      zh: `${need.neededOn ?? ''} 用于${names.matter(need.firstNeededBy).zh}`,
                      en: `${need.neededOn ?? ''} for ${names.matter(need.firstNeededBy).en}`,
                    })}
                  </p>
                </li>
              )
            })}
          </ul>
          {needs.length === 0 && <p className="soft">{say({ zh: '没有。', en: 'None.' })}</p>}
        </section>
      ))}
    </div>
  )
}
