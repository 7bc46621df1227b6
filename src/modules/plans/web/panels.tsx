import { useMemo } from 'react'
import { usePhone } from '../../../web/kit/use-phone.ts'
import { useText } from '../../../web/text.tsx'
import { useCatalogue } from '../../matters/web/panels.tsx'
import type { Basis } from '../../projects/contract.ts'
import type { Plan } from '../contract/plan.ts'
import type { ProjectPlan } from '../contract/project-plan.ts'
import { namesOf } from '../domain/lists/names.ts'
import { type Preparer, papersBy, preparerLabels, preparers } from '../domain/lists/papers.ts'
import { yuanText } from '../domain/lists/table.ts'
import { PlanLists } from './plan/plan-lists.tsx'
import { PrintAgreed, type PrintAgreedProps } from './plan/print-agreed.tsx'
import { BasisForm } from './running/basis-form.tsx'
import { DelayList } from './running/delay-list.tsx'
import { MilestoneMoves } from './running/milestone-moves.tsx'
import { RunningChart } from './running/running-chart.tsx'
import { RunningList } from './running/running-list.tsx'
import './running/running.css'

/** Names of matters, papers, facts and stages by the catalogue in force; null while it loads. */
export function usePlanNames() {
  const { data } = useCatalogue()
  return useMemo(() => (data ? namesOf(data.catalogue, data.fees) : null), [data])
}

/** The papers of a plan by who prepares them, each once, first needed first. */
export function papersByPreparer({ plan }: ProjectPlan) {
  return preparers.map((preparer: Preparer) => ({
    preparer,
    label: preparerLabels[preparer],
    needs: papersBy(plan, preparer),
  }))
}

interface RunningProps {
  readonly running: ProjectPlan
  /** Short code. */
  readonly zone: string
  readonly onOpen: (matter: string) => void
}

/** The running plan of a project: milestones before and now, why it is late, and the chart (on a phone a list by date). */
export function RunningPlan({ running, zone, onOpen }: RunningProps) {
  const say = useText()
  const phone = usePhone()
  const names = usePlanNames()
  if (names === null) return null
  return (
    <>
      {running.newerCatalogue && (
        <p className="notice">
          {say({
            zh: '目录已有更新的版本；本项目仍按开始时固定的版本办理。',
            en: 'A newer catalogue is in force; this project stays with the version that it began with.',
          })}
        </p>
      )}
      <MilestoneMoves running={running} />
      <section className="card">
        <h2>{say({ zh: '为什么晚', en: 'Why it is late' })}</h2>
        <DelayList running={running} names={names} onOpen={onOpen} />
      </section>
      <section className="card running-plan">
        <h2>{say(phone ? { zh: '接下来', en: 'What comes next' } : { zh: '时间图', en: 'Timeline' })}</h2>
        {phone ? (
          <RunningList running={running} names={names} onOpen={onOpen} />
        ) : (
          <RunningChart running={running} names={names} zone={zone} onOpen={onOpen} />
        )}
      </section>
    </>
  )
}

/** Milestones and the weightiest delays alone, for a page of many projects. */
export function PlanSummary({ running }: { readonly running: ProjectPlan }) {
  const names = usePlanNames()
  if (names === null) return null
  return (
    <>
      <MilestoneMoves running={running} />
      <DelayList running={running} names={names} atMost={3} />
    </>
  )
}

interface PlanBasisProps {
  readonly project: string
  readonly zone: string
  readonly basis: Basis | null
  /** Of the project's record; null: not known. */
  readonly investmentYuan: string | null
  /** Of the project's record, m²; null: not known. */
  readonly landAreaSqm: string | null
  readonly onSaved: () => void
}

/** Sets what the plan of a project is computed from. */
export function PlanBasis(props: PlanBasisProps) {
  const names = usePlanNames()
  return names === null ? null : <BasisForm {...props} names={names} />
}

/** Yuan with thousands, to the fen: `1,234.50`. */
export const yuan = yuanText

/** The lists of a plan that was agreed, by the names of the catalogue in force. */
export function AgreedLists({ plan }: { readonly plan: Plan }) {
  const names = usePlanNames()
  return names === null ? null : <PlanLists plan={plan} names={names} />
}

/** An agreed plan on one A3 page, for the browser's print dialog. */
export function AgreedSheet(props: Omit<PrintAgreedProps, 'names'>) {
  const names = usePlanNames()
  return names === null ? null : <PrintAgreed {...props} names={names} />
}
