import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'
import { assessmentLabels, effectLabels, findingLabels } from '../../contract/assessment.ts'
import type { Readiness } from '../../contract/readiness.ts'

const title = { zh: '适用的区域评估', en: 'Regional assessments that hold' }

export function AssessmentCard({ assessments }: { readonly assessments: Readiness['assessments'] }) {
  const say = useText()
  return (
    <section className="card">
      <h2>{say(title)}</h2>
      {assessments.length === 0 ? (
        <p>
          {say({
            zh: '没有有效的区域评估。登记并公布后在这里显示。',
            en: 'None holds. Once entered and published they stand here.',
          })}
        </p>
      ) : (
        <PlainTable
          caption={title}
          rows={assessments}
          keyOf={({ id }) => id}
          columns={[
            { label: { zh: '事项', en: 'Matter' }, cell: ({ kind }) => say(assessmentLabels[kind]) },
            { label: { zh: '效力', en: 'Effect' }, cell: ({ effect }) => say(effectLabels[effect]) },
            { label: { zh: '结论', en: 'Finding' }, cell: ({ finding }) => say(findingLabels[finding]) },
            {
              label: { zh: '负面清单', en: 'Negative list' },
              cell: ({ negativeIndustries }) => negativeIndustries.join('、'),
            },
            {
              label: { zh: '有效期至', en: 'Valid until' },
              cell: ({ validUntil }) => (
                <span className="number">{validUntil ?? say({ zh: '未定', en: 'no end' })}</span>
              ),
            },
            { label: { zh: '批复', en: 'Approval' }, cell: ({ document }) => document },
          ]}
        />
      )}
    </section>
  )
}
