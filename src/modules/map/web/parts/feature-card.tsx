import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { formatArea } from '../../../../kernel/area.ts'
import { formatDay, formatNumber } from '../../../../web/kit/format.ts'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { Lying } from './use-layers.ts'

interface FeatureCardProps {
  readonly one: Lying
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** What is known of the chosen shape, with the way to its record. */
export function FeatureCard({ one, onClose, children }: FeatureCardProps) {
  const say = useText()
  const language = useLanguage()
  const { layer, values, validFrom, validUntil } = one
  const state = layer.states.find(({ name }) => name === one.state)
  const told = layer.fields.filter(({ name }) => (values[name] ?? null) !== null)
  return (
    <section className="card map-card" aria-label={one.name}>
      <h2>{one.name}</h2>
      <dl className="map-facts">
        <dt>{say(layer.label)}</dt>
        <dd>{state ? say(state.label) : one.state}</dd>
        {told.map(({ name, label, unit }) => (
          <Fact key={name} label={say(label)}>
            {valueText(values[name] ?? null, { unit: unit && say(unit), sqm: unit?.en === 'm²', language })}
          </Fact>
        ))}
        {validFrom !== null && (
          <Fact label={say({ zh: '图形自', en: 'Shape since' })}>{formatDay(validFrom, language)}</Fact>
        )}
        {validUntil !== null && (
          <Fact label={say({ zh: '图形至', en: 'Shape until' })}>{formatDay(validUntil, language)}</Fact>
        )}
      </dl>
      <div className="form-actions">
        <OpenLink one={one} />
        {children}
        <Button onClick={onClose}>{say({ zh: '取消选择', en: 'Choose nothing' })}</Button>
      </div>
    </section>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

interface Telling {
  readonly unit: string | null
  readonly sqm: boolean
  readonly language: 'zh' | 'en'
}

function valueText(value: string | number | boolean | null, { unit, sqm, language }: Telling): string {
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (sqm && value !== null && Number.isFinite(Number(value))) return formatArea(value, language)
  const text = typeof value === 'number' ? formatNumber(value, language) : String(value)
  return unit === null ? text : `${text} ${unit}`
}

function OpenLink({ one }: { readonly one: Lying }) {
  const say = useText()
  const { zone } = useMember()
  const kind = useKindNamed(one.layer.kind)
  const text = say({ zh: '打开记录', en: 'Open the record' })
  const { page } = one.layer
  if (page !== null) {
    const to: string = page.replace(':id', one.id)
    return <a href={`${to}?zone=${zone.code}`}>{text}</a>
  }
  if (!kind) return null
  return (
    <Link to="/records/$kind" params={{ kind: kind.path }} search={{ zone: zone.code, view: 'all', record: one.id }}>
      {text}
    </Link>
  )
}
