import { expect, test } from 'vitest'
import { safeBack } from './back.ts'

test('an address of this site is kept with its search', () => {
  expect(safeBack('/records/enterprises?zone=linyi&record=1')).toBe('/records/enterprises?zone=linyi&record=1')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  '/sign-in',
  undefined,
])('%s is nowhere to go back to', (back) => expect(safeBack(back)).toBeUndefined())
