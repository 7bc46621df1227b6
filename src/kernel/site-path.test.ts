import { expect, it } from 'vitest'
import { isSitePath } from './site-path.ts'

it.each(['/', '/cases?zone=linyi&a=//b', '/plan#x', '/经办'])('%j leads within the site', (path) => {
  expect(isSitePath(path)).toBe(true)
})

it.each([
  '',
  'cases',
  '//other.example',
  '/\\other.example',
  '/\t/other.example',
  '/a\n',
  'https://other.example',
  '/a\\b',
])('%j may lead elsewhere', (path) => {
  expect(isSitePath(path)).toBe(false)
})
