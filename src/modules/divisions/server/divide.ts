import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import type { Label } from '../../../kernel/label.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { type Ending, lockParcels, type Parcel, succeedParcels } from '../../parcels/server/api.ts'
import type { mergeParcels, splitParcel } from '../contract.ts'
import { barsOn, mergeBars, mergedShape, splitBars } from '../domain/divide.ts'
import { parentOf } from './parents.ts'
import type { SuccessionRow } from './table.ts'

/** One parcel ends, its parts begin. */
export async function split(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof splitParcel>,
): Promise<OutputOf<typeof splitParcel>> {
  const endings = await lockParcels(db, zoneOf(context).id, [input])
  refuseDay(context, input.happenedOn, endings)
  for (const ending of endings) {
    const parent = await parentOf(db, context, ending)
    refuse([...barsOn(parent), ...splitBars(parent, input.children)])
  }
  return write(db, context, { ...input, verb: 'split', endings })
}

/** Parcels beside one another end, one begins on all of their ground. */
export async function merge(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof mergeParcels>,
): Promise<OutputOf<typeof mergeParcels>> {
  refuseTwice(input.parents.map(({ id }) => id))
  const endings = await lockParcels(db, zoneOf(context).id, input.parents)
  refuseDay(context, input.happenedOn, endings)
  const parents = []
  for (const ending of endings) parents.push(await parentOf(db, context, ending))
  refuse([...parents.flatMap(barsOn), ...mergeBars(parents)])
  const registeredAreaSqm = parents.reduce((sum, { registeredSqm }) => sum + registeredSqm, 0)
  const shape = mergedShape(parents.map((parent) => parent.shape)) ?? null
  const children = [{ ...input.child, registeredAreaSqm, shape }]
  return write(db, context, { ...input, verb: 'merge', endings, children })
}

interface Writing {
  readonly verb: 'split' | 'merge'
  readonly endings: readonly Ending[]
  readonly children: InputOf<typeof splitParcel>['children']
  readonly happenedOn: string
  readonly document: string
  readonly reason: string
}

async function write(db: Database, context: RequestContext, given: Writing) {
  const { verb, endings, children, happenedOn, document, reason } = given
  const parents = endings.map(({ parcel }) => parcel)
  const shared = { happenedOn, document, reason, action: verb }
  const made = await succeedParcels(db, context, { parents: parents.map(({ id }) => id), children, ...shared })
  const pairs = parents.flatMap((parent) => made.map((child) => ({ parent, child })))
  await db
    .insertInto('divisions.successions')
    .values(pairs.map((pair) => rowOf(context, pair, { verb, happenedOn, document, reason })))
    .execute()
  return { parcels: made.map(({ id, code, name }) => ({ id, code, name })) }
}

function rowOf(
  context: RequestContext,
  { parent, child }: { readonly parent: Parcel; readonly child: Parcel },
  { verb, happenedOn, document, reason }: Pick<Writing, 'verb' | 'happenedOn' | 'document' | 'reason'>,
): SuccessionRow {
  return {
    ...{ zone_id: zoneOf(context).id, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
    ...{ sample: child.sample, verb, parent_id: parent.id, child_id: child.id, happened_on: happenedOn },
    ...{ document, reason, actor_name: context.caller.name },
  }
}

function refuse([bar]: readonly Label[]): void {
  if (bar) throw new Problem('rule_violated', 'divisions.barred', bar)
}

/** The register has its day: it has come, and no shape of the parcels began after it. */
function refuseDay(context: RequestContext, on: string, endings: readonly Ending[]): void {
  const late = endings.find(({ shape }) => shape !== null && shape.validFrom > on)
  if (on > legalDayOf(context.now))
    throw new Problem('rule_violated', 'divisions.in_the_future', {
      zh: `${on} 还没有到：请填登记生效的日期。`,
      en: `${on} has not come yet: enter the day of the register.`,
    })
  if (late?.shape)
    throw new Problem('rule_violated', 'divisions.before_the_shape', {
      zh: `地块 ${late.parcel.code} 的图形自 ${late.shape.validFrom} 起有效，分割合并不能早于这一天。`,
      en: `The shape of ${late.parcel.code} holds from ${late.shape.validFrom}: it cannot be divided earlier.`,
    })
}

function refuseTwice(ids: readonly string[]): void {
  if (new Set(ids).size === ids.length) return
  throw new Problem('invalid_input', 'divisions.twice', {
    zh: '同一个地块选了两次：每个地块只选一次。',
    en: 'A parcel is named twice: name each once.',
  })
}
