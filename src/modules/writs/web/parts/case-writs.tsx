import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { kindMeanings, type WritKind } from '../../contract/kinds.ts'
import { listDueWrits } from '../../contract.ts'
import { CaseReceipt } from './case-receipt.tsx'
import { MakeWrit } from './make-writ.tsx'
import { useWrits } from './use-writs.ts'
import { WritLine } from './writ-line.tsx'
import './writs.css'

/** The writs of a case: what its steps ask for, what was made, and the receipt from the journal. */
export function CaseWrits({ id }: { readonly id: string }) {
  const say = useText()
  const { data, error, refetch } = useWrits({ case: id })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  const writs = data?.writs ?? []
  return (
    <section>
      <h3>{say({ zh: `文书 ${writs.length} 份`, en: `Writs: ${writs.length}` })}</h3>
      <Due id={id} />
      {data !== undefined && writs.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有文书。办理相应步骤后，在这里预览并出具，带文号、二维码和印章位置。',
            en: 'No writs yet. After a step that asks for one it is previewed and made here, with number, code and room for the seal.',
          })}
        </p>
      )}
      <ul className="plain-list">
        {writs.map((writ) => (
          <li key={writ.id}>
            <WritLine writ={writ} />
          </li>
        ))}
      </ul>
      <CaseReceipt id={id} />
    </section>
  )
}

function Due({ id }: { readonly id: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const [open, setOpen] = useState<WritKind | null>(null)
  const { data } = useQuery({
    ...queryOf(listDueWrits, { zone: zone.code, case: id }),
    staleTime: 0,
    enabled: may('writs.make'),
  })
  const due = data?.due ?? []
  if (due.length === 0) return null
  return (
    <div className="writs-due">
      <p>{say({ zh: '应出具：', en: 'Asked for: ' })}</p>
      <div className="form-actions">
        {due.map(({ kind, on }) => (
          <button
            key={`${kind} ${on}`}
            type="button"
            className="link"
            aria-expanded={open === kind}
            onClick={() => setOpen(open === kind ? null : kind)}
          >
            {say(kindMeanings[kind].label)} <span className="soft small">{on}</span>
          </button>
        ))}
      </div>
      {open !== null && <MakeWrit key={open} kind={open} source={{ case: id }} onClose={() => setOpen(null)} />}
    </div>
  )
}
