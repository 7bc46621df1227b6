import type { UseQueryResult } from '@tanstack/react-query'
import type { Label } from '../../../../kernel/label.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import type { Bottleneck } from '../../contract.ts'
import { BottleneckCard } from './bottleneck-card.tsx'

interface BottleneckListProps {
  readonly found: UseQueryResult<{ readonly bottlenecks: Bottleneck[] }>
  readonly empty: Label
  readonly named?: boolean
}

export function BottleneckList({ found, empty, named = false }: BottleneckListProps) {
  const say = useText()
  const { data, error, refetch } = found
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.bottlenecks.length === 0) {
    return (
      <p className="card" role="status">
        ○ {say(empty)}
      </p>
    )
  }
  return data.bottlenecks.map((bottleneck) => (
    <BottleneckCard key={bottleneck.id} bottleneck={bottleneck} named={named} />
  ))
}
