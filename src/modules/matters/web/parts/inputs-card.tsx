import type { Label } from '../../../../kernel/label.ts'
import { named, useText } from '../../../../web/text.tsx'
import type { MatterInput } from '../../contract/catalogue.ts'
import { preparedByLabels, treatmentLabels } from '../../contract/labels.ts'
import { labelOfMixed } from '../../contract/mixed-text.ts'
import { MatterLinks } from './matter-links.tsx'
import type { MatterDetail } from './matter-page.tsx'

/** What must be handed in: each paper or earlier outcome, who prepares it, and whether it may come later. */
export function InputsCard({ detail }: { readonly detail: MatterDetail }) {
  const say = useText()
  const { inputs } = detail.matter
  return (
    <section className="card">
      <h2>{say({ zh: '要交什么', en: 'What to hand in' })}</h2>
      {inputs.length === 0 && <p>{say({ zh: '不用交材料。', en: 'No papers are needed.' })}</p>}
      <ul className="plain-list">
        {inputs.map((input) => (
          <Input key={input.ref} input={input} detail={detail} />
        ))}
      </ul>
    </section>
  )
}

function Input({ input, detail }: { readonly input: MatterInput; readonly detail: MatterDetail }) {
  const say = useText()
  const paper = detail.papers.find((candidate) => candidate.code === input.ref)
  const producer = detail.producers.find((candidate) => candidate.ref === input.ref)
  const name = paper ?? producer
  const { name: treatment, meaning } = treatmentLabels[input.treatment]
  const until = supplyLabel(input)
  return (
    <li>
      <strong>{name === undefined ? input.ref : say(named(name))}</strong>{' '}
      {paper !== undefined && <span className="soft small">{say(preparedByLabels[paper.preparedBy])}</span>}
      <p className="small">
        <span className="mark">{say(treatment)}</span> {say(meaning)}
        {until !== null && say({ zh: `（${until.zh}）`, en: ` (${until.en})` })}
        {input.preReview === true && say({ zh: '；可以先预审草稿', en: '; a draft may be reviewed before it arrives' })}
      </p>
      {input.note !== undefined && <p className="soft small">{say(labelOfMixed(input.note))}</p>}
      <MatterLinks lead={{ zh: '来自：', en: 'Comes from: ' }} matters={producer?.matters ?? []} />
    </li>
  )
}

/** `supplyBy` and `fulfilBy` of the catalogue in plain words. */
export function supplyLabel({ supplyBy, fulfilBy }: Pick<MatterInput, 'supplyBy' | 'fulfilBy'>): Label | null {
  if (fulfilBy !== undefined) return { zh: `核查：${fulfilBy}`, en: `check: ${fulfilBy}` }
  if (supplyBy === undefined) return null
  if (supplyBy === 'decision') return { zh: '作出决定前补齐', en: 'before the decision' }
  const [kind, value = ''] = supplyBy.split(':')
  if (kind === 'workdays') return { zh: `受理后 ${value} 个工作日内补齐`, en: `within ${value} working days of filing` }
  return { zh: `办理 ${value} 之前补齐`, en: `before ${value} starts` }
}
