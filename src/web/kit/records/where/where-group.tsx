import { Button } from 'antd'
import type { FieldView } from '../../../../kernel/kind-view.ts'
import type { WhereLeaf } from '../../../../kernel/record-where.ts'
import { useText } from '../../../text.tsx'
import { WhereLine } from './where-line.tsx'
import { type DraftGroup, type DraftTerm, firstLeaf, isLeafDraft } from './where-terms.ts'

interface WhereGroupProps {
  readonly fields: readonly FieldView[]
  readonly group: DraftGroup
  readonly onChange: (group: DraftGroup) => void
  /** Whether groups may stand within: one level only. */
  readonly outer: boolean
}

/** Conditions that hold all together or any of them. */
export function WhereGroup({ fields, group: { joint, terms }, onChange, outer }: WhereGroupProps) {
  const say = useText()
  const set = (i: number, term: DraftTerm | null) =>
    onChange({ joint, terms: term === null ? terms.toSpliced(i, 1) : terms.with(i, term) })
  const add = (term: DraftTerm | null) => term !== null && onChange({ joint, terms: [...terms, term] })
  const leaf = firstLeaf(fields)
  // A line is its place: conditions have no names.
  const places = terms.map((_, i) => `term-${i}`)
  return (
    <div className={outer ? 'where-group' : 'where-group where-inner'}>
      <select
        className="select"
        aria-label={say({ zh: '如何组合', en: 'How they join' })}
        value={joint}
        onChange={(event) => onChange({ joint: event.target.value === 'any' ? 'any' : 'all', terms })}
      >
        <option value="all">{say({ zh: '同时满足以下各条', en: 'All of these hold' })}</option>
        <option value="any">{say({ zh: '满足以下任一条', en: 'Any of these holds' })}</option>
      </select>
      {terms.map((term, i) =>
        isLeafDraft(term) ? (
          <WhereLine
            key={places[i]}
            fields={fields}
            leaf={term}
            onChange={(next) => set(i, next)}
            onRemove={() => set(i, null)}
          />
        ) : (
          <WhereGroup
            key={places[i]}
            fields={fields}
            outer={false}
            group={{ joint: term.joint, terms: term.leaves }}
            onChange={(next) => set(i, innerTerm(next))}
          />
        ),
      )}
      <div className="form-actions">
        <Button onClick={() => add(leaf)}>{say({ zh: '加一条', en: 'Add a condition' })}</Button>
        {outer && (
          <Button onClick={() => add(leaf && { joint: joint === 'all' ? 'any' : 'all', leaves: [leaf] })}>
            {say({ zh: '加一组', en: 'Add a group' })}
          </Button>
        )}
      </div>
    </div>
  )
}

/** A group without conditions is gone. */
function innerTerm({ joint, terms }: DraftGroup): DraftTerm | null {
  const leaves = terms.filter((term): term is WhereLeaf => isLeafDraft(term))
  return leaves.length === 0 ? null : { joint, leaves }
}
