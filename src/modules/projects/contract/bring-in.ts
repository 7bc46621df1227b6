import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { oneLine } from '../../../kernel/field.ts'
import { projectKinds } from './project.ts'
import { EvidenceKind, Stage } from './stage.ts'

const line = (max: number) => z.string().trim().normalize('NFC').min(1).max(max).regex(oneLine)
const kinds = Object.keys(projectKinds) as [keyof typeof projectKinds, ...(keyof typeof projectKinds)[]]

/** One project that was there before the platform: where it stands, and what proves that. */
export const BroughtIn = z.strictObject({
  name: line(200),
  kind: z.enum(kinds),
  stage: Stage,
  localCode: line(40).nullable().default(null),
  industryCode: line(8).nullable().default(null),
  /** Yuan as decimal text. */
  investmentYuan: z
    .string()
    .regex(/^\d{1,16}(\.\d{1,2})?$/)
    .nullable()
    .default(null),
  signedOn: z.iso.date().nullable().default(null),
  summary: z.string().trim().max(4000).nullable().default(null),
  evidence: z
    .array(
      z.strictObject({
        kind: EvidenceKind,
        title: line(200),
        happenedOn: z.iso.date(),
        number: line(80).nullable().default(null),
      }),
    )
    .max(20),
})
export type BroughtIn = z.infer<typeof BroughtIn>

export const bringIn = endpoint({
  name: 'projects.bringIn',
  method: 'POST',
  path: '/api/zones/:zone/projects/bring-in',
  permission: 'projects.bringIn',
  effect: 'write',
  summary: {
    zh: '存量项目建档：一次多项，阶段以凭证为准',
    en: 'Enter projects that were there before, many at once, each stage with its evidence',
  },
  input: z.strictObject({ zone: z.string(), projects: z.array(BroughtIn).min(1).max(1000) }),
  output: z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) }),
})
