import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { queryOf } from '../../../web/client.ts'
import { useMember } from '../../../web/kit/session/use-work.ts'
import { useText } from '../../../web/text.tsx'
import { type HeldPaper, listHeldPapers, paperSourceLabels } from '../contract.ts'
import './parts/papers.css'

interface ShelfOfferProps {
  readonly project: string
  /** The paper that is asked. */
  readonly paper: string
  /** The file that is chosen already. */
  readonly chosen: string | null
  readonly onUse: (held: HeldPaper) => void
}

const shaShown = 8

/** A paper that the project has already: used again with one press instead of uploaded again. */
export function ShelfOffer({ project, paper, chosen, onUse }: ShelfOfferProps) {
  const say = useText()
  const { zone, may } = useMember()
  const { data } = useQuery({
    ...queryOf(listHeldPapers, { zone: zone.code, project }),
    enabled: may('papers.read'),
    staleTime: 0,
  })
  const held = (data?.papers ?? []).filter(({ ref }) => ref === paper)
  if (held.length === 0) return null
  return (
    <ul className="shelf-offer">
      {held.map((one) => (
        <li key={one.id}>
          <span className="small">
            {one.fileName}{' '}
            <span className="soft">
              {one.uploadedOn} {say(paperSourceLabels[one.source])} · {one.sha256.slice(0, shaShown)}
              {one.validUntil !== null &&
                say({ zh: ` · 有效期至 ${one.validUntil}`, en: ` · valid until ${one.validUntil}` })}
            </span>
          </span>{' '}
          {!one.usable ? (
            <span className="mark">{say({ zh: '已过期，请换新的', en: 'Ran out: take a new one' })}</span>
          ) : chosen === one.fileId ? (
            <span className="mark">{say({ zh: '✓ 用这份', en: '✓ In use' })}</span>
          ) : (
            <Button onClick={() => onUse(one)}>
              {say({ zh: '用这份，不用再传', en: 'Use it, no second upload' })}
              <span className="visually-hidden">：{one.fileName}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
