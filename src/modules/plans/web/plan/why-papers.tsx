import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { MatterInput } from '../../../matters/contract/catalogue.ts'
import { treatmentLabels } from '../../../matters/contract/labels.ts'
import type { Plan } from '../../contract/plan.ts'
import type { WhyProps } from './why-drawer.tsx'

/** What it asks for, and how each input is treated in this plan. */
export function WhyPapers({ code, plan, names }: WhyProps) {
  const say = useText()
  const inputs = names.matters.get(code)?.inputs ?? []
  if (inputs.length === 0) return null
  return (
    <section>
      <h3>{say({ zh: '要交什么', en: 'What it asks for' })}</h3>
      <ul className="rows">
        {inputs.map((input) => (
          <li key={input.ref}>
            {say(names.ref(input.ref))} <span className="mark">{say(treatmentLabels[input.treatment].name)}</span>
            <InThisPlan text={treatmentHere(code, input, plan)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function InThisPlan({ text }: { readonly text: Label | null }) {
  const say = useText()
  return text === null ? null : <p className="small soft">{say(text)}</p>
}

/** What this plan makes of the input; null = nothing special. */
export function treatmentHere(code: string, input: MatterInput, plan: Plan): Label | null {
  const owed = plan.owed.find((candidate) => candidate.matter === code && candidate.ref === input.ref)
  if (owed) return { zh: `本方案：容缺，最迟 ${owed.dueDate ?? ''} 补交`, en: `here: owed, due ${owed.dueDate ?? ''}` }
  const committed = plan.commitments.some((candidate) => candidate.matter === code && candidate.ref === input.ref)
  return committed ? { zh: '本方案：以书面承诺代替', en: 'here: replaced by a signed commitment' } : null
}
