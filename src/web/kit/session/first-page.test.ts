import { expect, test } from 'vitest'
import { firstPage } from './first-page.ts'

const everything = () => true

test('an officer begins with the inbox, an administrator with the administration', () => {
  expect(firstPage(['officer'], everything)).toBe('/inbox')
  expect(firstPage(['admin'], everything)).toBe('/admin')
})

test('a page that this installation does not have is passed over for the next of the role', () => {
  expect(firstPage(['agent'], (path) => path === '/projects')).toBe('/projects')
})

test('who has several roles begins with the first page that exists among all of them', () => {
  expect(firstPage(['talent', 'officer'], (path) => path === '/inbox')).toBe('/inbox')
})

test('without any page of their own people begin with the records', () => {
  expect(firstPage(['officer'], () => false)).toBe('/records')
  expect(firstPage([], everything)).toBe('/records')
})

test('who has no pages of work yet begins with the guide, not with a page that is closed to them', () => {
  const open = (path: string) => path !== '/my'
  expect(firstPage(['talent'], everything)).toBe('/guide')
  expect(firstPage(['intermediary'], open)).toBe('/assignments')
  expect(firstPage(['intermediary'], (path) => path !== '/assignments')).toBe('/guide')
})
