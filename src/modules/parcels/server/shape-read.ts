import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { areaSqm } from '../../../kernel/geometry/area.ts'
import { positionsOf } from '../../../kernel/geometry/geojson.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { type FoundShape, mostShapes, type readShapeFile } from '../contract/shape-import.ts'
import { areaWarnings, differencePercent } from '../domain/draw.ts'
import { type Candidate, unreadable } from '../domain/reading/candidate.ts'
import { noCode, noShape, plainFinding } from '../domain/shape-import.ts'
import { refuseFuture, roundSqm } from './draw.ts'
import { readGeometry } from './shape-file.ts'
import { type Aimed, findingsFor } from './shape-findings.ts'
import type { ParcelRow } from './table.ts'

/** What they come back as when they are confirmed has to fit into one request. */
const mostPoints = 40_000

/** Every shape of a file beside the parcel that it is for, with all that speaks against it. Nothing is written. */
export async function readFile(
  db: Database,
  context: RequestContext,
  { file, datum: chosen, meridian, validFrom }: InputOf<typeof readShapeFile>,
): Promise<OutputOf<typeof readShapeFile>> {
  refuseFuture(validFrom, legalDayOf(context.now))
  const zoneId = zoneOf(context).id
  const read = await readGeometry(file, meridian ?? null)
  refuseMany(read.candidates)
  const datum = read.datum ?? chosen
  const parcels = await parcelsOf(db, zoneId)
  const matched = read.candidates.map((one, i) => ({ number: i + 1, one, parcel: parcelFor(one, parcels) }))
  const aimed = matched.flatMap(({ number, one, parcel }): Aimed[] => {
    const code = parcel?.code ?? one.code
    if (one.shape === null || code === null) return []
    return [{ number, code, name: parcel?.name ?? one.name ?? code, parcel, shape: one.shape }]
  })
  const findings = await findingsFor(db, zoneId, { aimed, datum, validFrom })
  const drawn = await drawnOf(db, zoneId)
  return {
    ...{ datum, saidByFile: read.datum !== null },
    shapes: matched.map(({ number, one, parcel }) => ({
      ...{ number, code: parcel?.code ?? one.code, name: parcel?.name ?? one.name ?? one.code },
      parcel: parcel && {
        ...{ id: parcel.id, version: parcel.version, code: parcel.code, name: parcel.name },
        drawn: drawn.has(parcel.id),
      },
      ...areasOf(one, parcel),
      findings: [...(findings.get(number) ?? unaimed(one, parcel))],
    })),
  }
}

/** What cannot be laid beside others because there is no shape, or nobody it belongs to. */
function unaimed({ flaw, shape, code }: Candidate, parcel: ParcelRow | null) {
  const texts = [...(shape === null ? [flaw ?? noShape] : []), ...(parcel === null && code === null ? [noCode] : [])]
  return texts.map((text) => plainFinding({ doubt: null, text }))
}

type Areas = Pick<FoundShape, 'shape' | 'drawnSqm' | 'registeredSqm' | 'differencePercent' | 'warnings'>

function areasOf({ shape, registeredSqm: stated }: Candidate, parcel: ParcelRow | null): Areas {
  const registeredSqm = parcel ? Number(parcel.registered_area_sqm) : stated
  const drawnSqm = shape && roundSqm(areaSqm(shape))
  const percent = drawnSqm === null || registeredSqm === null ? null : differencePercent(drawnSqm, registeredSqm)
  return { shape, drawnSqm, registeredSqm, differencePercent: percent, warnings: [...areaWarnings(percent)] }
}

async function parcelsOf(db: Database, zoneId: string): Promise<readonly ParcelRow[]> {
  return db
    .selectFrom('parcels.parcels')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('code')
    .execute()
}

async function drawnOf(db: Database, zoneId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('parcels.shapes')
    .select('parcel_id')
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('valid_until', 'is', null)
    .execute()
  return new Set(rows.map(({ parcel_id }) => parcel_id))
}

/** By code; by name only where the file has no code and one parcel alone bears the name. */
function parcelFor({ code, name }: Candidate, parcels: readonly ParcelRow[]): ParcelRow | null {
  if (code !== null) return parcels.find((one) => one.code === code) ?? null
  const named = parcels.filter((one) => one.name === name && one.retired_on === null)
  return named.length === 1 ? (named[0] ?? null) : null
}

function refuseMany(candidates: readonly Candidate[]): void {
  const points = candidates.reduce((sum, { shape }) => sum + (shape ? positionsOf(shape).length : 0), 0)
  if (candidates.length === 0)
    throw unreadable(
      '文件里没有图形：请检查是否选对了图层。',
      'The file has no shapes: look whether it is the right layer.',
    )
  if (candidates.length > mostShapes || points > mostPoints)
    throw unreadable(
      `文件有 ${candidates.length} 个图形、${points} 个点，一次最多 ${mostShapes} 个图形、${mostPoints} 个点：请拆分后再传。`,
      `The file has ${candidates.length} shapes and ${points} points; at most ${mostShapes} and ${mostPoints} go at once: split it.`,
    )
}
