import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'

/** What every split and merge states beside its parcels. */
interface Decided {
  readonly happenedOn: string
  readonly document: string
  readonly reason: string
}

export const undecided = (): Decided => ({ happenedOn: legalDayOf(new Date()), document: '', reason: '' })

export const isDecided = ({ happenedOn, document, reason }: Decided): boolean =>
  happenedOn !== '' && document.trim() !== '' && reason.trim() !== ''

interface Props {
  readonly decided: Decided
  readonly onChange: (decided: Decided) => void
}

export function DecidedFields({ decided, onChange }: Props) {
  return (
    <>
      <LabelledField
        label={{ zh: '登记生效日期', en: 'Day of the register' }}
        type="date"
        value={decided.happenedOn}
        onChange={(happenedOn) => onChange({ ...decided, happenedOn })}
      />
      <LabelledField
        label={{ zh: '登记文号或决定', en: 'Document of the register, or decision' }}
        value={decided.document}
        onChange={(document) => onChange({ ...decided, document })}
      />
      <LabelledField
        label={{ zh: '理由', en: 'Why' }}
        value={decided.reason}
        onChange={(reason) => onChange({ ...decided, reason })}
      />
    </>
  )
}
