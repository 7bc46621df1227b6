import { act, fireEvent, render, screen } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WordsField } from './words-field.tsx'

const told: string[] = []

/** As a long list does on a slow device: whatever waits for its time comes before the field is drawn again. */
function SlowList({ slow }: { readonly slow: boolean }) {
  const [words, setWords] = useState('')
  useEffect(() => {
    if (slow && words === '') vi.advanceTimersByTime(1_000)
  }, [slow, words])
  const tell = (next: string) => {
    told.push(next)
    setWords(next)
  }
  return (
    <>
      <WordsField id="words" label="Words" value={words} onChange={tell} />
      <button type="button" onClick={() => setWords('')}>
        Clear
      </button>
    </>
  )
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox')
const type = (text: string) => fireEvent.change(field(), { target: { value: text } })
const pause = (ms = 1_000) => act(() => vi.advanceTimersByTime(ms))

beforeEach(() => {
  told.length = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => vi.useRealTimers())

test('tells words once, after a pause', () => {
  render(<SlowList slow={false} />)
  type('z')
  pause(100)
  type('zz')
  pause(100)
  expect(told).toEqual([])
  pause()
  expect(told).toEqual(['zz'])
})

test('words that are cleared do not come back, however long it takes to draw what is shown then', () => {
  render(<SlowList slow={true} />)
  type('zzzz')
  pause()
  fireEvent.click(screen.getByText('Clear'))
  pause()
  expect(told).toEqual(['zzzz'])
  expect(field().value).toBe('')
})

test('what is typed on while the first words are told stays', () => {
  render(<SlowList slow={false} />)
  type('z')
  act(() => {
    vi.advanceTimersByTime(1_000)
    type('zz')
  })
  expect(field().value).toBe('zz')
  pause()
  expect(told).toEqual(['z', 'zz'])
})
