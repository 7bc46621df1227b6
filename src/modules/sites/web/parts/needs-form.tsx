import { useText } from '../../../../web/text.tsx'
import { type NeedField, type Needs, needFields, type Said } from '../../contract/needs.ts'
import { NeedInput } from './need-input.tsx'

interface Props {
  readonly needs: Needs
  readonly said: readonly Said[]
  readonly onChange: (change: Partial<Needs>) => void
}

/** Every need as a field: those that were said in sight, the others a press away. */
export function NeedsForm({ needs, said, onChange }: Props) {
  const say = useText()
  const all = Object.keys(needFields) as NeedField[]
  const given = all.filter((field) => needs[field] !== null)
  const rest = all.filter((field) => needs[field] === null)
  const input = (field: NeedField) => (
    <NeedInput
      key={field}
      field={field}
      needs={needs}
      said={said.find((one) => one.field === field)}
      onChange={onChange}
    />
  )
  return (
    <section className="sites-needs" aria-label={say({ zh: '条件', en: 'Needs' })}>
      {given.length > 0 && <div className="sites-fields">{given.map(input)}</div>}
      <details>
        <summary>{say({ zh: '更多条件', en: 'More needs' })}</summary>
        <div className="sites-fields">{rest.map(input)}</div>
      </details>
    </section>
  )
}
