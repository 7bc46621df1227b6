import { useState } from 'react'
import type { FieldView, KindView } from '../../../../kernel/kind-view.ts'
import type { Search } from '../../../search.ts'
import { useText } from '../../../text.tsx'
import { Refusal } from '../../refusal.tsx'
import { useGroups } from '../groups/use-groups.ts'
import { StageColumn } from './stage-column.tsx'
import { useMoveStage } from './use-move-stage.ts'
import './board.css'

interface StageBoardProps {
  readonly kind: KindView
  readonly search: Search
  readonly field: FieldView
}

/** The records in columns by their stage. A card is dragged to another stage, or moved by its own list, which keys reach. */
export function StageBoard({ kind, search, field }: StageBoardProps) {
  const say = useText()
  const groups = useGroups(kind, { search, by: field.name })
  const move = useMoveStage(kind, field)
  const [over, setOver] = useState<string | null>(null)
  const countOf = (stage: string) => groups.data?.groups.find(({ key }) => key === stage)?.count ?? 0
  return (
    <>
      <Refusal error={move.error} />
      <p role="status" className="visually-hidden">
        {move.said === null ? '' : say(move.said)}
      </p>
      <section className="board" aria-label={say({ zh: `按${field.label.zh}看板`, en: `Board by ${field.label.en}` })}>
        {field.options.map((option) => (
          <StageColumn
            key={option.value}
            kind={kind}
            search={search}
            field={field}
            stage={option}
            count={countOf(option.value)}
            over={over === option.value}
            onOver={(is) => setOver(is ? option.value : null)}
            onMove={move.to}
          />
        ))}
      </section>
    </>
  )
}
