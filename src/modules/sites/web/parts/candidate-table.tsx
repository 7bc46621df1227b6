import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'
import { criterionLabels } from '../../contract/criteria.ts'
import type { Found } from '../../contract/find.ts'
import { outcomeSigns } from './reasons.tsx'

/** The same as a table, with the weight of each need in its head. */
export function CandidateTable({ found: { candidates, rules } }: { readonly found: Found }) {
  const say = useText()
  const names = (Object.keys(criterionLabels) as (keyof typeof criterionLabels)[]).filter((name) =>
    candidates.some(({ reasons }) => reasons.some((one) => one.name === name)),
  )
  return (
    <details className="sites-table">
      <summary>{say({ zh: '用表格比较（含权重）', en: 'Compare as a table, with weights' })}</summary>
      <p className="small soft">
        {say({
          zh: '分数＝各项符合程度×权重÷权重合计；没有登记的不算否，另列“最多”。权重在 data/sites/matching.json，可由管理员修改。',
          en: 'Score: degree × weight over all weights. What is not recorded is no miss: it shows in “up to”. Weights: data/sites/matching.json.',
        })}
      </p>
      <PlainTable
        caption={{ zh: '候选比较', en: 'Candidates compared' }}
        rows={candidates}
        keyOf={({ id }) => id}
        columns={[
          { label: { zh: '候选', en: 'Site' }, cell: ({ name }) => name },
          { label: { zh: '分数', en: 'Score' }, cell: ({ score }) => score },
          ...names.map((name) => ({
            label: {
              zh: `${criterionLabels[name].zh}（${rules.weights[name] ?? 0}）`,
              en: `${criterionLabels[name].en} (${rules.weights[name] ?? 0})`,
            },
            cell: ({ reasons }: (typeof candidates)[number]) => {
              const one = reasons.find((reason) => reason.name === name)
              return one ? say(outcomeSigns[one.outcome]) : '—'
            },
          })),
        ]}
      />
    </details>
  )
}
