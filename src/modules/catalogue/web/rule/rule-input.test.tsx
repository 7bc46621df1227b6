import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { RuleInput } from './rule-input.tsx'

const fact = { code: 'landAreaHa', question_zh: '用地面积', question_en: 'Land area' }
// What the server would be asked for.
vi.mock('./use-trial.ts', () => ({ useVocabulary: () => ({ data: { facts: [fact] } }) }))

function Bench() {
  const [rule, setRule] = useState('')
  return <RuleInput rule={rule} error={undefined} onChange={setRule} />
}

test('a word that is put in is there at once, with the caret behind it: whoever writes on loses no sign', () => {
  render(<Bench />)
  const rule = screen.getByRole<HTMLTextAreaElement>('textbox')
  fireEvent.change(rule, { target: { value: 'landArea' } })
  const word = screen.getByRole('button', { name: /landAreaHa/ })
  word.focus()
  fireEvent.click(word)
  expect([document.activeElement, rule.value, rule.selectionStart]).toEqual([rule, 'landAreaHa', 10])
})
