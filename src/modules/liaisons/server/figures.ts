import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { agencyLetter } from '../contract/agency-letter.ts'
import { mandateOn } from '../domain/mandate.ts'
import { listLetters } from './store.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'liaisons.letters',
      label: { zh: '有效的代办委托书', en: 'Agency letters that stand' },
      unit: { zh: '份', en: 'letter' },
      definition: {
        zh: '当日有效、未归档的代办委托书（行政许可法第29条）',
        en: 'Agency letters not archived that stand on the day',
      },
      op: 'count',
    }),
    kind: agencyLetter.name,
    rows: async (db, zoneId, { now }) => {
      const letters = await listLetters(db, zoneId)
      const today = legalDayOf(now)
      return letters
        .filter((row) => mandateOn([{ signedOn: row.signed_on, validUntil: row.valid_until }], today).state === 'valid')
        .map(({ id, number }) => ({ id, name: number, value: 1 }))
    },
  },
]
