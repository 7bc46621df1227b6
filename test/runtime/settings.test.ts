import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installInto } from './installed.ts'
import { cleanUp, openFolder, type Program, postmasterPid, startServer } from './program.ts'

let dataFolder = ''
const programs: Program[] = []

function started(program: Program): Program {
  programs.push(program)
  return program
}

beforeEach(async () => {
  dataFolder = await openFolder()
})

afterEach(async () => {
  for (const { child } of programs.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await cleanUp(dataFolder)
})

async function expectRefused(program: Program, sentence: RegExp): Promise<void> {
  expect(await program.ended).toBe(1)
  expect(program.stderr()).toMatch(sentence)
  expect(program.stdout()).toBe('')
  expect(postmasterPid(dataFolder)).toBeNull()
}

describe('a bad setting is refused in one sentence', () => {
  const cases = [
    ['PORT', 'eighty', /^PORT: "eighty" is not a port .*\n$/],
    ['PORT', '70000', /^PORT: "70000" is not a port .*\n$/],
    ['PORT', '-1', /^PORT: "-1" is not a port .*\n$/],
    ['DATABASE_URL', 'mysql://root@localhost/x', /^DATABASE_URL: must read postgres:.*\n$/],
    [
      'DATABASE_URL',
      'postgres://u:secret@127.0.0.1:9/x',
      /^The database of DATABASE_URL \(127\.0\.0\.1:9\/x\) cannot be reached: .*\n$/,
    ],
    ['LUODI_SLOW_MS', 'long', /^LUODI_SLOW_MS: "long" is no number of milliseconds .*\n$/],
    ['LUODI_CLAMD', '127.0.0.1', /^LUODI_CLAMD: must read tcp:.*\n$/],
    ['LUODI_CLAMD', 'tcp://127.0.0.1', /^LUODI_CLAMD: must read tcp:.*\n$/],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', /^OTEL_EXPORTER_OTLP_ENDPOINT: must be an address of http.*\n$/],
    ['LUODI_PREPARE', 'maybe', /^LUODI_PREPARE: must be on or off\.\n$/],
    ['LUODI_LOG', 'loud', /^LUODI_LOG: must be one of .*\n$/],
    ['LUODI_DATA', '/dev/null/var', /^The data folder \/dev\/null\/var cannot be created: .*\n$/],
  ] as const

  test.each(cases)('%s=%s', async (name, value, sentence) => {
    const program = started(startServer(dataFolder, { [name]: value }))
    await expectRefused(program, sentence)
    expect(program.stderr()).not.toContain('secret')
  })
})

/** It has opened its database by then, and stops it again. */
describe('an address at which it cannot listen is refused in one sentence', () => {
  beforeEach(() => installInto(dataFolder))

  test('HOST of another machine', async () => {
    const program = started(startServer(dataFolder, { HOST: '203.0.113.7' }))
    await expectRefused(program, /^Luodi cannot listen at 203\.0\.113\.7:0: this machine has no such address.*\n$/)
  })

  test('PORT of somebody else', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const program = started(startServer(dataFolder, { PORT: String(port) }))
    await expectRefused(program, /^Luodi cannot listen .*: the port is in use: set PORT to another one\.\n$/)
    other.close()
  })
})
