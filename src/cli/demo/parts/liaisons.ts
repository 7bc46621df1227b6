import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { agencyLetter } from '../../../modules/liaisons/contract/agency-letter.ts'
import { note, noteKinds } from '../../../modules/liaisons/contract/note.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Telling } from '../script.ts'

const kinds = Object.keys(noteKinds) as [keyof typeof noteKinds, ...(keyof typeof noteKinds)[]]

const Told = z.strictObject({
  note: z.string(),
  letters: z.array(
    z.strictObject({
      project: z.string(),
      enterprise: z.string(),
      agent: z.string(),
      number: z.string(),
      scope: z.string(),
      on: Before,
      until: Before.optional(),
    }),
  ),
  notes: z.array(
    z.strictObject({
      project: z.string(),
      kind: z.enum(kinds),
      words: z.string(),
      on: Before,
      followUp: Before.optional(),
      nextStep: z.string().optional(),
      shown: z.boolean().default(false),
    }),
  ),
})
type Told = z.infer<typeof Told>

const doors = { letter: recordEndpoints(agencyLetter).create, note: recordEndpoints(note).create }

function lettersOf({ days }: Telling, { letters }: Told): Act[] {
  return letters.map(({ project, enterprise, agent, number, scope, on, until }, i) => ({
    ...{ key: `agency-letter:${i}`, at: days.at(on, 700), by: 'agent' },
    run: async ({ call, id }) =>
      kept(
        `agency-letter:${i}`,
        await call(doors.letter, {
          ...{ number, scope, projectId: id(`project:${project}`), enterpriseId: id(`enterprise:${enterprise}`) },
          ...{ agentId: id(`person:${agent}`), signedOn: days.day(on) },
          ...(until !== undefined && { validUntil: days.day(until) }),
        }),
      ),
  }))
}

function notesOf({ days }: Telling, { notes }: Told): Act[] {
  return notes.map(({ project, kind, words, on, followUp, nextStep, shown }, i) => ({
    ...{ key: `liaison-note:${i}`, at: days.at(on, 720 + i), by: 'agent' },
    run: async ({ call, id }) =>
      kept(
        `liaison-note:${i}`,
        await call(doors.note, {
          ...{ projectId: id(`project:${project}`), kind, words, told: shown, happenedOn: days.day(on) },
          ...(followUp !== undefined && { followUpOn: days.day(followUp) }),
          ...(nextStep !== undefined && { nextStep }),
        }),
      ),
  }))
}

/** What agents wrote down on their way, and the letters by which they may file. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, told) => [...lettersOf(telling, told), ...notesOf(telling, told)],
})
