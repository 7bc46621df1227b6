import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { Drawing, DrawnChain } from '../../../modules/chains/contract/drawing.ts'
import { LeadPlacement } from '../../../modules/chains/contract/placement.ts'
import { Posting, sides } from '../../../modules/chains/contract/posting.ts'
import { answerMatch, answers, introduceMatch } from '../../../modules/chains/contract/trade.ts'
import { drawChain } from '../../../modules/chains/contract.ts'

import { Enterprise } from '../../../modules/enterprises/contract/enterprise.ts'
import type { Refs } from '../../../platform/demo/acts.ts'
import { Before } from '../data.ts'
import { inventedUscc } from '../names.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Stage, type Telling } from '../script.ts'

const key = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** As the door takes them, with enterprises, projects and teams by their names in the zone's script. */
const Told = z.strictObject({
  note: z.string(),
  /** Enterprises that only the chains know. */
  enterprises: z.array(
    z.strictObject({
      key,
      name: z.string(),
      status: z.enum(['planned', 'building', 'operating', 'idle']),
      industryCode: z.string(),
      scale: z.enum(['large', 'medium', 'small']),
      aboveScale: z.boolean().optional(),
    }),
  ),
  chains: z.array(
    Drawing.extend({
      chain: DrawnChain.omit({ chiefId: true, teamId: true }).extend({ team: key.optional() }),
    }),
  ),
  /** Leads of the promotion that would come to a node, after the chain was drawn. */
  leads: z
    .array(z.strictObject({ lead: key, chain: z.string(), node: z.string(), products: z.string(), on: Before }))
    .default([]),
  postings: z
    .array(
      z.strictObject({
        ...{ key, enterprise: key, side: z.enum(sides), product: z.string(), quantity: z.number(), unit: z.string() },
        region: z.string().optional(),
        /** Working days before the day of the demonstration. */
        ...{ from: Before.optional(), on: Before },
        /** From the day of posting on. */
        days: z.int().min(1).optional(),
      }),
    )
    .default([]),
  matches: z
    .array(
      z.strictObject({
        ...{ supply: key, demand: key, on: Before },
        ...{ supplySays: z.enum(answers).optional(), demandSays: z.enum(answers).optional() },
        reason: z.string().optional(),
      }),
    )
    .default([]),
})
type Told = z.infer<typeof Told>

const create = recordEndpoints(Enterprise).create
const placeLead = recordEndpoints(LeadPlacement).create
const createPosting = recordEndpoints(Posting).create
/** Behind the numbers of the enterprises that the zone's script tells of. */
const firstPlace = 701

function registered({ zone, days }: Telling, { enterprises }: Told): Act {
  return {
    key: 'chains:enterprises',
    at: days.at(-70, 590),
    by: 'promoter',
    run: async ({ call }) => {
      const refs: Record<string, Refs[string]> = {}
      for (const [i, { key: name, ...fields }] of enterprises.entries()) {
        const uscc = inventedUscc(zone.place, firstPlace + i)
        const registeredOn = days.day(-70 - i)
        Object.assign(refs, kept(own(name), await call(create, { ...fields, uscc, registeredOn })))
      }
      return refs
    },
  }
}

function own(name: string): string {
  return `chains/enterprise:${name}`
}

interface Drawn {
  readonly told: Told['chains'][number]
  /** The record that an enterprise's key stands for. */
  readonly place: (name: string) => string
}

function drawn({ days }: Telling, { told, place }: Drawn, i: number): Act {
  const { chain, nodes, links, placements, projects } = told
  const { team, ...fields } = chain
  const input = ({ id }: Stage) => ({
    chain: { ...fields, chiefId: id('person:leader'), teamId: team === undefined ? null : id(`team:${team}`) },
    ...{ nodes, links },
    placements: placements.map((one) => ({ ...one, enterprise: id(place(one.enterprise)) })),
    projects: projects.map((one) => ({ ...one, project: id(`project:${one.project}`) })),
  })
  return {
    key: `chain:${fields.name}`,
    at: days.at(-12, 600 + i),
    by: 'promoter',
    run: async (stage) => {
      const { id, nodes: made } = await stage.call(drawChain, input(stage))
      const refs = made.map((node) => [nodeKey(fields.name, node.name), { id: node.id, version: 1 }] as const)
      return { [`chain:${fields.name}`]: { id, version: 1 }, ...Object.fromEntries(refs) }
    },
  }
}

function nodeKey(chain: string, node: string): string {
  return `chain:${chain}/${node}`
}

function placed({ days }: Telling, { lead, chain, node, products, on }: Told['leads'][number], i: number): Act {
  return {
    key: `chain-lead:${lead}`,
    at: days.at(on, 620 + i),
    by: 'promoter',
    run: async ({ call, id }) => {
      const at = { leadId: id(`lead:${lead}`), nodeId: id(nodeKey(chain, node)) }
      return kept(`chain-lead:${lead}`, await call(placeLead, { ...at, products }))
    },
  }
}

function posted({ days }: Telling, told: Told['postings'][number], place: (name: string) => string): Act {
  const { key: name, enterprise, from, on, days: long, ...fields } = told
  const until = long === undefined ? undefined : new Date(Date.parse(days.day(on)) + long * 86_400_000)
  return {
    key: `posting:${name}`,
    at: days.at(on, 640),
    by: 'promoter',
    run: async ({ call, id }) => {
      const time = {
        ...(from && { fromOn: days.day(from) }),
        ...(until && { untilOn: until.toISOString().slice(0, 10) }),
      }
      const record = await call(createPosting, { ...fields, ...time, enterpriseId: id(place(enterprise)) })
      return kept(`posting:${name}`, record)
    },
  }
}

function matched({ days }: Telling, told: Told['matches'][number]): Act {
  const { supply, demand, supplySays, demandSays, reason = null, on } = told
  return {
    key: `match:${supply}/${demand}`,
    at: days.at(on, 660),
    by: 'operator',
    run: async ({ call, id }) => {
      const both = { supply: id(`posting:${supply}`), demand: id(`posting:${demand}`) }
      const { pairs } = await call(introduceMatch, both)
      let match = pairs.find((pair) => pair.supply.id === both.supply)?.match
      for (const [side, says] of [
        ['supply', supplySays],
        ['demand', demandSays],
      ] as const) {
        if (!match || says === undefined) continue
        const asked = { id: match.id, version: match.version, side, accept: says === 'accepted', reason }
        const { id: own } = match
        match = (await call(answerMatch, asked)).pairs.find((pair) => pair.match?.id === own)?.match
      }
      return {}
    },
  }
}

export const part = demoPart({
  schema: Told,
  acts: (telling, told) => {
    const names = new Set(told.enterprises.map((one) => one.key))
    const place = (name: string) => (names.has(name) ? own(name) : `enterprise:${name}`)
    return [
      registered(telling, told),
      ...told.chains.map((one, i) => drawn(telling, { told: one, place }, i)),
      ...told.leads.map((one, i) => placed(telling, one, i)),
      ...told.postings.map((one) => posted(telling, one, place)),
      ...told.matches.map((one) => matched(telling, one)),
    ]
  },
})
