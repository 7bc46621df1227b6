import { z } from 'zod'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { bundleWays, getJointApplication, submitBundle } from '../../../modules/cases/contract/bundle.ts'
import { Issuer } from '../../../modules/writs/contract/issuer.ts'
import { WritKind } from '../../../modules/writs/contract/kinds.ts'
import type { Writ } from '../../../modules/writs/contract/writ.ts'
import { makeWrit, reissueWrit, voidWrit } from '../../../modules/writs/contract.ts'
import { demoPart } from '../part.ts'
import { type Act, foundation, kept, refOf, type Telling } from '../script.ts'

const day = z.int().max(-1).min(-450)

/** Issuing offices, the writs that were made of what the zone's script tells, and joint applications. */
const Told = z.strictObject({
  note: z.string(),
  issuers: z.array(
    z.strictObject({
      name: z.string(),
      prefix: z.string(),
      department: z.string().optional(),
      main: z.boolean().default(false),
      reviewBody: z.string(),
      court: z.string(),
      address: z.string(),
      phone: z.string(),
    }),
  ),
  /** `of`: name of a case or a commitment in the script, `case:food/water/4`. */
  writs: z.array(
    z.strictObject({
      kind: WritKind,
      of: z.string(),
      on: day,
      note: z.string().default(''),
      /** Made anew on a later day, for this reason. */
      reissued: z.strictObject({ on: day, reason: z.string(), note: z.string() }).optional(),
      voided: z.strictObject({ on: day, reason: z.string() }).optional(),
    }),
  ),
  bundles: z.array(
    z.strictObject({ project: z.string(), matters: z.array(z.string()), through: z.enum(bundleWays), on: day }),
  ),
})
type Told = z.infer<typeof Told>

export const part = demoPart({
  schema: Told,
  acts: (telling, told) => [
    ...told.issuers.map((issuer, i) => issuerAct(telling, issuer, i)),
    ...told.writs.flatMap((writ, i) => writActs(telling, writ, i)),
    ...told.bundles.map((bundle, i) => bundleAct(telling, bundle, i)),
  ],
})

function issuerAct({ days }: Telling, { department, ...fields }: Told['issuers'][number], i: number): Act {
  return {
    key: `issuer:${fields.prefix}`,
    at: days.at(foundation, 900 + i),
    by: 'admin',
    run: async ({ call, id }) => {
      const departmentId = department === undefined ? null : id(`department:${department}`)
      return kept(`issuer:${fields.prefix}`, await call(recordEndpoints(Issuer).create, { ...fields, departmentId }))
    },
  }
}

const afternoon = 1050

function writActs({ days }: Telling, told: Told['writs'][number], i: number): Act[] {
  const name = `writ:${told.kind}/${told.of}`
  const source = told.of.startsWith('commitment:') ? 'commitment' : 'case'
  const act = (key: string, on: number, run: Act['run']): Act => ({
    key,
    at: days.at(on, afternoon + i),
    by: 'officer',
    run,
  })
  const after = (door: { readonly name: string }, form: object): Act['run'] => {
    // The input is checked by the door's own schema.
    const open = door as unknown as Endpoint<Readonly<Record<string, unknown>>, Writ>
    return async ({ call, ref }) => ({ [name]: refOf(await call(open, { ...refOf(ref(name)), ...form })) })
  }
  const { reissued, voided } = told
  return [
    act(name, told.on, async ({ call, id }) => ({
      [name]: refOf(await call(makeWrit, { ...blank, kind: told.kind, [source]: id(told.of), note: told.note })),
    })),
    ...(reissued
      ? [act(`${name}/reissue`, reissued.on, after(reissueWrit, { reason: reissued.reason, note: reissued.note }))]
      : []),
    ...(voided ? [act(`${name}/void`, voided.on, after(voidWrit, { reason: voided.reason }))] : []),
  ]
}

const blank = { case: undefined, commitment: undefined, bundle: undefined }

function bundleAct({ days }: Telling, { project, matters, through, on }: Told['bundles'][number], i: number): Act {
  const name = `bundle:${project}/${i}`
  return {
    key: name,
    at: days.at(on, 630 + i),
    by: 'agent',
    run: async ({ call, id }) => {
      const given = { project: id(`project:${project}`) }
      const { papers } = await call(getJointApplication, { ...given, matters: matters.join(',') })
      const needed = papers.filter(({ status }) => status === 'needed')
      const handed = needed.map(({ ref }) => ({ ref, fileId: null, note: null }))
      const input = { ...given, matters, through, papers: handed, happenedOn: undefined }
      return { [name]: refOf(await call(submitBundle, input)) }
    },
  }
}
