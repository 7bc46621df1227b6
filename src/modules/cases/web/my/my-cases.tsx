import { Link } from '@tanstack/react-router'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { CaseSummary } from '../../contract/case.ts'
import { stepTable } from '../../contract/step-table.ts'
import { LightMark } from '../parts/light-mark.tsx'
import { useDetails } from '../project/use-project.ts'
import { whereText } from './where-text.ts'

interface MyCasesProps {
  readonly title: Label
  readonly cases: readonly CaseSummary[]
  /** They wait for the reader: the step is named. */
  readonly urgent?: boolean
}

/** Cases as sentences: what is asked of me, or who has it and for how long. */
export function MyCases({ title, cases, urgent = false }: MyCasesProps) {
  const say = useText()
  const details = useDetails(cases.map(({ id }) => id))
  if (cases.length === 0) return null
  return (
    <section className="card">
      <h2>
        {say(title)} <span className="soft number">{cases.length}</span>
      </h2>
      <ul className="plain-list">
        {cases.map((line) => {
          const detail = details.find(({ id }) => id === line.id)
          const asked = line.steps.find((verb) => verb === 'resubmit' || verb === 'supply')
          return (
            <li key={line.id} className="my-case">
              <Link
                to="."
                search={(all: Record<string, unknown>) => ({ ...all, case: line.id })}
                resetScroll={false}
                className="my-case-link"
              >
                {urgent && asked !== undefined && <strong>{say(stepTable[asked].label)}：</strong>}
                {say(line.matter.name)}
              </Link>
              {(!urgent || line.waitsFor === 'office') && (
                <p>{say(detail ? whereText(detail) : { zh: line.department, en: line.department })}</p>
              )}
              <p className="small">
                <LightMark light={line.light} late={line.late} />
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
