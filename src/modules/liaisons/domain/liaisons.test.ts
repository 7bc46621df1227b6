import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import { dueNotes } from './bring-forward.ts'
import { mandateOn } from './mandate.ts'

const year = JSON.parse(readFileSync('data/calendar/2026.json', 'utf8'))
const calendar = buildCalendar([year], { off: [], work: [] })

describe('notes that are brought forward', () => {
  const note = (id: string, projectId: string, followUpOn: string | null) => ({ id, projectId, followUpOn })

  it('come on their day, the longest late first, counted in working days', () => {
    const notes = [note('a', 'p', '2026-03-02'), note('b', 'q', '2026-02-27'), note('c', 'r', '2026-03-03')]
    expect(dueNotes(notes, { calendar, today: '2026-03-02' })).toEqual([
      { id: 'b', followUpOn: '2026-02-27', late: 2 },
      { id: 'a', followUpOn: '2026-03-02', late: 0 },
    ])
  })

  it('are answered by a later note on the project', () => {
    const notes = [note('a', 'p', '2026-03-02'), note('b', 'p', null)]
    expect(dueNotes(notes, { calendar, today: '2026-03-09' })).toEqual([])
  })
})

describe('the written mandate of an agent', () => {
  it('is none without a letter, ends with its last day, and lasts where no end is given', () => {
    expect(mandateOn([], '2026-03-02').state).toBe('none')
    expect(mandateOn([{ signedOn: '2026-03-03', validUntil: null }], '2026-03-02').state).toBe('none')
    const letter = { signedOn: '2026-01-05', validUntil: '2026-03-02' }
    expect(mandateOn([letter], '2026-03-02')).toEqual({ state: 'valid', until: '2026-03-02' })
    expect(mandateOn([letter], '2026-03-03')).toEqual({ state: 'ended', until: '2026-03-02' })
    expect(mandateOn([letter, { signedOn: '2026-02-02', validUntil: null }], '2027-01-01').state).toBe('valid')
  })
})
