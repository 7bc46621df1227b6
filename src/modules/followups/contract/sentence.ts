import { z } from 'zod'

/** Whom an order can be given to: somebody of the zone, or a department. */
export const Addressee = z.object({ kind: z.enum(['person', 'department']), id: z.string(), name: z.string() })
export type Addressee = z.infer<typeof Addressee>

/** A day that the words may mean. */
export const Deadline = z.object({
  /** Legal day, it included. */
  on: z.string(),
  /** Working days from today, when the words counted them. */
  workdays: z.number().int().nullable(),
  /** The words. */
  said: z.string(),
})
export type Deadline = z.infer<typeof Deadline>

/** What rules have read in one sentence. What is in `asks` is not settled: the form then asks, and offers what may have been meant. */
export const Reading = z.object({
  to: z.array(Addressee),
  when: z.array(Deadline),
  task: z.string(),
  asks: z.array(z.enum(['who', 'when', 'what'])),
})
export type Reading = z.infer<typeof Reading>
