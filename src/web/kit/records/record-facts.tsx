import { Button } from 'antd'
import type { FieldView, KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import { Refusal } from '../refusal.tsx'
import type { Row } from './doors.ts'
import { FieldValue, useValueText } from './field-value.tsx'
import { readableMoment } from './moments.ts'
import { useReveal } from './use-reveal.ts'

/** Every value of a record with its label; personal ones masked until they are revealed. */
export function RecordFacts({ kind, row }: { readonly kind: KindView; readonly row: Row }) {
  const say = useText()
  const reveal = useReveal(kind, row)
  const shown = reveal.data ? { ...row, ...reveal.data } : row
  const personal =
    row.erased !== true && kind.fields.some((field) => field.personal !== null && row[field.name] !== null)
  return (
    <>
      <dl className="facts">
        {kind.fields.map((field) => (
          <div key={field.name} className={field.type === 'longText' ? 'facts-long' : ''}>
            <dt>{say(field.label)}</dt>
            <dd>
              <FactValue field={field} row={shown} />
            </dd>
          </div>
        ))}
      </dl>
      {personal && kind.may.reveal && reveal.data === undefined && (
        <p>
          <Button loading={reveal.isPending} onClick={() => reveal.mutate()}>
            {say({ zh: '显示完整个人信息', en: 'Reveal personal data' })}
          </Button>{' '}
          <span className="soft small">{say({ zh: '查看会记入日志。', en: 'Each look is recorded.' })}</span>
        </p>
      )}
      <Refusal error={reveal.error} />
      <p className="soft small">
        {say({
          zh: `建于 ${readableMoment(row.createdAt)}，最近修改 ${readableMoment(row.updatedAt)}，第 ${row.version} 版`,
          en: `Created ${readableMoment(row.createdAt)}, last changed ${readableMoment(row.updatedAt)}, version ${row.version}`,
        })}
      </p>
    </>
  )
}

/** An amount is said in full behind its short form. */
function FactValue({ field, row }: { readonly field: FieldView; readonly row: Row }) {
  const text = useValueText()
  const value = row[field.name]
  if (field.type !== 'money' || value === null || value === undefined) return <FieldValue field={field} row={row} />
  return (
    <>
      {text(field, value)} <span className="soft small">({String(value)})</span>
    </>
  )
}
