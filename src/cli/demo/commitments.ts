import type { Endpoint } from '../../kernel/endpoint.ts'
import type { CommitmentVerb } from '../../modules/commitments/contract/steps.ts'
import {
  breachCommitment,
  type Commitment,
  defendCommitment,
  draftCommitments,
  dropProposal,
  getCommitment,
  hearCommitment,
  planCheck,
  rectifyCommitment,
  requireRectification,
  signCommitment,
  verifyCommitment,
} from '../../modules/commitments/contract.ts'
import type { ProjectScript } from './data.ts'
import { type Act, refOf, type Telling } from './script.ts'

const doors = {
  sign: signCommitment,
  planCheck,
  verify: verifyCommitment,
  requireRectification,
  rectify: rectifyCommitment,
  hear: hearCommitment,
  defend: defendCommitment,
  breach: breachCommitment,
  dropProposal,
} as const satisfies Record<CommitmentVerb, unknown>

const signersOwn: readonly CommitmentVerb[] = ['sign', 'defend']

/** The commitments of a project's plan: drafted, signed by the enterprise, checked by an officer. */
export function commitmentActs({ days }: Telling, { key, commitments }: ProjectScript): Act[] {
  if (!commitments) return []
  const drafted: Act = {
    key: `commitments:${key}`,
    at: days.at(commitments.on, 480),
    by: 'agent',
    run: async ({ call, id }) => {
      const { commitments: made } = await call(draftCommitments, { project: id(`project:${key}`) })
      return Object.fromEntries(made.map((one) => [nameOf(key, `${one.matter.code}/${one.ref}`), refOf(one)]))
    },
  }
  return [
    drafted,
    ...commitments.acts.map(({ of, verb, on, ...form }, i): Act => {
      const name = nameOf(key, of)
      return {
        key: `${name}/${verb}`,
        at: days.at(on, verb === 'sign' ? 510 + i : 1020 + i),
        by: signersOwn.includes(verb) ? commitments.by : 'officer',
        run: async ({ call, ref }) => {
          // The door of every verb has its own input, checked by the door's schema.
          const door = doors[verb] as unknown as Endpoint<Readonly<Record<string, unknown>>, Commitment>
          // The case that rests on it may have told it so since the last act.
          const { id, version } = await call(getCommitment, { id: ref(name).id })
          return { [name]: refOf(await call(door, { id, version, ...form })) }
        },
      }
    }),
  ]
}

function nameOf(project: string, of: string): string {
  return `commitment:${project}/${of}`
}
