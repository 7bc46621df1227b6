import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { sheetEndpoints } from '../../kernel/sheet-endpoints.ts'
import type { ImportRow, ImportView } from '../../kernel/sheet-view.ts'
import { uploadedOf } from '../../platform/files/receive-whole.ts'
import { openLog } from '../../platform/log.ts'
import { listImportRows, readImport } from '../../platform/sheets/contract.ts'
import type { Installation } from '../../platform/start.ts'
import { workOnce, worksOf } from '../../platform/worker/work.ts'
import { withInstallation } from '../installation.ts'
import { zonesOf } from '../zones.ts'
import { type CallDoor, callAs } from './acts.ts'

export interface ImportAsked {
  readonly kind: AnyRecordKind
  readonly path: string
  readonly zone: string
  readonly login: string
  /** Only say what it would change. */
  readonly dry: boolean
  readonly json: boolean
}

/** Compares a file and takes its good rows in, as the account that is named; the bad rows are told line by line. */
export async function importFile(asked: ImportAsked): Promise<void> {
  const file = uploadedOf(basename(asked.path), await bytesOf(asked.path))
  const doors = sheetEndpoints(asked.kind)
  const { view, bad } = await withInstallation(async (installation) => {
    const ask: CallDoor = (door, input) => callAs(installation, asked, (call) => call(door, input))
    const compared = await settled(installation, ask, asked.zone, await ask(doors.upload, { file }))
    const stays = asked.dry || compared.again || compared.state !== 'compared'
    const confirmed = stays ? compared : await ask(doors.confirm, { import: compared.id })
    const view = await settled(installation, ask, asked.zone, confirmed)
    return { view, bad: view.again ? [] : await faulty(ask, view.id) }
  })
  if (asked.json) process.stdout.write(`${JSON.stringify({ ...view, bad }, null, 1)}\n`)
  else process.stdout.write(`${countsLine(view)}\n`)
  if (view.problem) process.stderr.write(`${view.problem.en}\n`)
  if (view.again) process.stderr.write(`The same file was imported at ${view.createdAt}: nothing was done.\n`)
  for (const { number, issues } of asked.json ? [] : bad) {
    process.stderr.write(
      `${number}: ${issues.map(({ field, en }) => (field === null ? en : `${field}: ${en}`)).join(' ')}\n`,
    )
  }
}

/** A large import goes on by itself where a server runs; its steps are taken here as well, so that it ends without one. */
async function settled(installation: Installation, ask: CallDoor, code: string, view: ImportView): Promise<ImportView> {
  const [zone] = await zonesOf(installation, code)
  const works = { db: installation.db, log: openLog('silent'), works: worksOf(installation.modules) }
  let now = view
  while (zone && !view.again && ['reading', 'comparing', 'writing'].includes(now.state)) {
    if (!(await workOnce(works, zone, new Date()))) await sleep(200)
    now = await ask(readImport, { id: now.id })
  }
  return now
}

async function faulty(call: CallDoor, id: string): Promise<readonly ImportRow[]> {
  const found: ImportRow[] = []
  for (const state of ['bad', 'refused']) {
    const { rows } = await call(listImportRows, { id, state, limit: 200 })
    found.push(...rows)
  }
  return found
}

function countsLine({ state, counts }: ImportView): string {
  const said = Object.entries(counts).filter(([, count]) => count > 0)
  return [state, ...said.map(([name, count]) => `${name} ${count}`)].join('\t')
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch {
    throw new Problem('not_found', 'records.no_file', {
      zh: `读不到文件 ${path}。`,
      en: `The file ${path} cannot be read.`,
    })
  }
}
