import { expect, test } from 'vitest'
import { placeInZone } from './place-in-zone.ts'

test('a list is the same page in every zone', () => {
  expect(placeInZone('/records/$kind', '/records/enterprises')).toBe('/records/enterprises')
})

test('from one record the way leads to the page above it', () => {
  expect(placeInZone('/projects/$id', '/projects/0199')).toBe('/projects')
  expect(placeInZone('/projects/$id/plan', '/projects/0199/plan')).toBe('/projects')
})
