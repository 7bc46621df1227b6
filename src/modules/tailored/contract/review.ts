import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

export const answerKinds = {
  no: { zh: '没有', en: 'No' },
  basis: { zh: '有，且有法律、行政法规依据或国务院批准', en: 'Yes, with a basis in law or by the State Council' },
  exception: { zh: '有，适用例外（第十二条）', en: 'Yes, by exception (Art. 12)' },
  restricts: { zh: '有，没有依据也不属例外', en: 'Yes, without basis or exception' },
} as const satisfies Readonly<Record<string, Label>>
export type AnswerKind = keyof typeof answerKinds
export const answerNames = Object.keys(answerKinds) as [AnswerKind, ...AnswerKind[]]

export const conclusions = {
  clean: { zh: '不影响公平竞争', en: 'Does not restrict competition' },
  lawful: { zh: '有依据或适用例外，可以出台', en: 'Allowed by its basis or by exception' },
  restricts: { zh: '影响公平竞争，不得出台', en: 'Restricts competition: may not be adopted' },
} as const satisfies Readonly<Record<string, Label>>
export type Conclusion = keyof typeof conclusions
export const conclusionNames = Object.keys(conclusions) as [Conclusion, ...Conclusion[]]

export const ReviewAnswer = z.strictObject({
  question: z.string().max(40),
  answer: z.enum(answerNames),
  /** Of `basis`: which law or approval. Of `exception`: why nothing restricts less. */
  words: z.string().trim().max(500).default(''),
  /** Of `exception`: code of the ground. */
  ground: z.string().max(40).nullable().default(null),
  /** Of `exception`: the day on which it ends. */
  endsOn: z.iso.date().nullable().default(null),
})
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

const Text = z.object({ zh: z.string(), en: z.string() })

/** What a fair-competition review asks, as data. */
export const ReviewQuestions = z.object({
  source: z.string(),
  confidence: z.string(),
  questions: z.array(z.object({ code: z.string(), article: z.string(), basis: z.boolean(), text: Text })),
  grounds: z.array(z.object({ code: z.string(), text: Text })),
})
export type ReviewQuestions = z.infer<typeof ReviewQuestions>
