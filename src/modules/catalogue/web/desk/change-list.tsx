import { useText } from '../../../../web/text.tsx'
import type { FieldChange, RowChange } from '../../contract/draft.ts'
import { listLabels } from '../../contract/lists.ts'

const acts = {
  set: { zh: '修改', en: 'changed' },
  add: { zh: '新增', en: 'new' },
  retire: { zh: '停用', en: 'retired' },
} as const

/** What differs, row by row and field by field, in words. */
export function ChangeList({ changes }: { readonly changes: readonly RowChange[] }) {
  const say = useText()
  if (changes.length === 0) {
    return (
      <p className="card">
        {say({ zh: '和现行版本一样，还没有修改。', en: 'Nothing differs from the version in force yet.' })}
      </p>
    )
  }
  return (
    <ul className="plain-list desk-changes">
      {changes.map((change) => (
        <li key={`${change.list}/${change.code}`} className="card">
          <strong>{say(change.name)}</strong> <span className="mark">{say(acts[change.act])}</span>{' '}
          <span className="soft small">
            {say(listLabels[change.list])} <code>{change.code}</code>
          </span>
          {change.fields.length > 0 && (
            <ul className="desk-fields">
              {change.fields.map((field) => (
                <Field key={field.field} field={field} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function Field({ field: { label, before, after } }: { readonly field: FieldChange }) {
  const say = useText()
  return (
    <li>
      {say(label)}
      {say({ zh: '：', en: ': ' })}
      {before !== null && <del>{say(before)}</del>}
      {before !== null && ' → '}
      <ins>{after === null ? say({ zh: '（去掉）', en: '(removed)' }) : say(after)}</ins>
    </li>
  )
}
