import type { FieldView } from '../../../kernel/kind-view.ts'
import type { Search } from '../../search.ts'
import { useText } from '../../text.tsx'
import { Popover } from '../popover.tsx'
import { ChecksFilter } from './checks-filter.tsx'
import { useValueText } from './field-value.tsx'
import { RangeFilter } from './range-filter.tsx'
import { RefFilter } from './ref-filter.tsx'
import { TextFilter } from './text-filter.tsx'

export interface FilterProps {
  readonly field: FieldView
  readonly search: Search
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void
}

/** What narrows the list by one field: a button that says what is chosen, and beneath it the choice. */
export function FieldFilter(props: FilterProps) {
  const { field, search } = props
  const say = useText()
  const chosen = useChosenText(field, search)
  return (
    <Popover label={chosen === '' ? say(field.label) : `${say(field.label)}: ${chosen}`} active={chosen !== ''}>
      {() => <Choice {...props} />}
    </Popover>
  )
}

function Choice(props: FilterProps) {
  switch (props.field.type) {
    case 'choice':
    case 'choices':
    case 'yesNo':
      return <ChecksFilter {...props} />
    case 'ref':
      return <RefFilter {...props} />
    case 'text':
    case 'longText':
      return <TextFilter {...props} />
    default:
      return <RangeFilter {...props} />
  }
}

function useChosenText(field: FieldView, search: Search): string {
  const say = useText()
  const text = useValueText()
  const given = (op: string) => search[`${field.name}${op}`] ?? ''
  if (given('.empty') === 'true') return say({ zh: '未填写', en: 'not filled in' })
  if (field.type === 'ref') return given('') === '' ? '' : say({ zh: '已选', en: 'chosen' })
  if (given('.contains') !== '' && field.type !== 'choices') return given('.contains')
  const from = given('.from')
  const to = given('.to')
  if (from !== '' || to !== '') return `${from} ~ ${to}`
  const values = (given('.in') || given('') || given('.contains')).split(',').filter((value) => value !== '')
  if (field.type === 'yesNo') return values.map((value) => text(field, value)).join('')
  return values
    .map((value) => say(field.options.find((option) => option.value === value)?.label ?? { zh: value, en: value }))
    .join(say({ zh: '、', en: ', ' }))
}
