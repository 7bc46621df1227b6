import { Button } from 'antd'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { drawShape } from '../../../parcels/contract/shape.ts'
import { FeatureCard } from './feature-card.tsx'
import type { Lying } from './use-layers.ts'

interface ChosenCardProps {
  readonly one: Lying
  readonly onClose: () => void
  readonly onShow: () => void
  readonly onDraw: () => void
}

/** The chosen shape with what may be done to it here. */
export function ChosenCard({ one, onClose, onShow, onDraw }: ChosenCardProps) {
  const say = useText()
  const { may } = useMember()
  return (
    <FeatureCard one={one} onClose={onClose}>
      <Button onClick={onShow}>{say({ zh: '移到图中', en: 'Show on the map' })}</Button>
      {one.layer.kind === 'parcels.parcel' && may(drawShape.permission) && (
        <Button onClick={onDraw}>{say({ zh: '改图形', en: 'Change the shape' })}</Button>
      )}
    </FeatureCard>
  )
}
