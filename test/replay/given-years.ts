import { readFileSync } from 'node:fs'
import type { CalendarYear } from '../../src/kernel/calendar.ts'

/** The holiday notices that the installation ships. */
export const years: readonly CalendarYear[] = [2024, 2025, 2026].map(
  (year) => JSON.parse(readFileSync(`data/calendar/${year}.json`, 'utf8')) as CalendarYear,
)
