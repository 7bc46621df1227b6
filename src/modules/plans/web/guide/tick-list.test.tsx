import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { Tick } from './tick-list.tsx'
import { restOf } from './topic-rest.ts'

function show(value: FactValues[string] | undefined) {
  const answers: unknown[] = []
  render(<Tick code="inFloodZone" label="在洪泛区" value={value} onAnswer={(_, given) => answers.push(given)} />)
  return answers
}

describe('a line to tick', () => {
  it('says yes when it is ticked and takes the answer back when it is unticked, never no', () => {
    const first = show(undefined)
    fireEvent.click(screen.getByRole('checkbox', { name: '在洪泛区' }))
    expect(first).toEqual([true])
  })

  it('takes a yes back without making it a no', () => {
    const answers = show(true)
    fireEvent.click(screen.getByRole('checkbox', { name: '在洪泛区' }))
    expect(answers).toEqual([undefined])
  })

  it('stays "not sure" when its button is pressed', () => {
    const answers = show(undefined)
    fireEvent.click(screen.getByRole('button', { name: '不清楚：在洪泛区' }))
    expect(answers).toEqual([null])
  })

  it('shows a no as a word, not only as an empty box', () => {
    show(false)
    expect(screen.getByText('没有')).toBeDefined()
  })
})

describe('what the way on makes of a page', () => {
  const page = { shown: ['a', 'b', 'c', 'n'], ticks: ['a', 'b', 'c'], given: { a: true, b: null } }

  it('"none of the others" says no to what can be ticked and was not, and leaves the rest not sure', () => {
    expect(restOf(page, 'no')).toEqual({ c: false, n: null })
  })

  it('"not sure about the others" says no to nothing', () => {
    expect(restOf(page, 'not-sure')).toEqual({ c: null, n: null })
  })
})
