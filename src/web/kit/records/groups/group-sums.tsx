import type { KindView } from '../../../../kernel/kind-view.ts'
import { useText } from '../../../text.tsx'
import { useValueText } from '../field-value.tsx'

/** Sums with the names of their fields. */
export function GroupSums({
  kind,
  sums,
}: {
  readonly kind: KindView
  readonly sums: Readonly<Record<string, string>>
}) {
  const say = useText()
  const text = useValueText()
  return kind.fields
    .filter(({ name }) => sums[name] !== undefined)
    .map((field) => (
      <span key={field.name} className="group-sum">
        {say({ zh: `${field.label.zh}合计 `, en: `${field.label.en}: ` })}
        <span className="number">{text(field, sums[field.name])}</span>
      </span>
    ))
}
