import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measurePages } from '../../tooling/page-size.ts'

const pages = measurePages(join(import.meta.dirname, '..', '..', 'dist', 'web'))

test.each(pages)('the script of $route stays within $limit kB', ({ kilobytes, limit }) => {
  expect(kilobytes).toBeGreaterThan(50)
  expect(kilobytes).toBeLessThanOrEqual(limit)
})
