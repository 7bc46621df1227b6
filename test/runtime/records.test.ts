import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installInto } from './installed.ts'
import { cleanUp, openFolder, type Program, ready, runLuodi, startServer } from './program.ts'
import { within } from './within.ts'

let dataFolder = ''
const programs: Program[] = []

beforeEach(async () => {
  dataFolder = await openFolder()
})

afterEach(async () => {
  for (const { child } of programs.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await cleanUp(dataFolder)
})

function started(program: Program): Program {
  programs.push(program)
  return program
}

/** As a process of its own. */
async function apart(...args: string[]) {
  const program = started(runLuodi(args, { env: { LUODI_DATA: dataFolder } }))
  const code = await program.ended
  return { code, stdout: program.stdout(), stderr: program.stderr() }
}

const luodi = (...args: string[]) => within(dataFolder, args)

/** What is said when a word is wrong: one sentence, nothing on stdout. */
async function refused(...args: string[]): Promise<string> {
  return refusal(await luodi('records', ...args))
}

function refusal({ code, stdout, stderr }: Awaited<ReturnType<typeof apart>>): string {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  return stderr.trim()
}

describe('luodi records', () => {
  test('tells its kinds and the fields of each without a database', async () => {
    const kinds = await apart('records')
    expect(kinds.stdout).toMatch(/^enterprises\tenterprises\.enterprise\t企业\tEnterprises$/m)
    const help = await luodi('records', 'enterprises', '--help')
    expect(help.stdout).toMatch(/^Usage: luodi records /)
    expect(help.stdout).toMatch(/^name\ttext\t企业名称 Name\trequired$/m)
    expect((await luodi('records', 'enterprises.enterprise')).stdout).toMatch(/^status\tchoice\t.*planned\|building/m)
    expect(await refused('castles')).toBe('There is no kind of record "castles": "luodi records" lists them all.')
    expect(await refused('enterprises', 'burn')).toMatch(/^There is no act "burn": choose one of list, get/)
    expect(await refused('enterprises', 'list')).toBe('Say --zone.')
  })

  test('works as an account with its rights, beside a running server', async () => {
    await installInto(dataFolder)
    await ready(started(startServer(dataFolder)))
    for (const [login, role] of [['olga', 'officer'] as const, ['sam', 'audit'] as const]) {
      const { stdout } = await luodi('user', 'create', login, '--zone', 'linyi', '--roles', role)
      // Its first password is to be changed before anything else is possible: that holds here too.
      if (role === 'officer') {
        expect(await refused('enterprises', 'list', '--zone', 'linyi', '--as', login)).toMatch(/password/)
      }
      await changePassword(login, stdout.trim())
    }
    const as = (login: string) => ['--zone', 'linyi', '--as', login]
    const fields = ['--set', 'name=示例企业', '--set', 'status=planned', '--set', 'aboveScale=true']
    const made = await apart('records', 'enterprises', 'create', ...fields, ...as('olga'))
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const [id = '', version] = made.stdout.split('\t')
    expect(version).toBe('1')
    const change = ['enterprises', 'update', id, '--set', 'scale=small', '--version', '1', ...as('olga')]
    expect(await luodi('records', ...change)).toMatchObject({ code: 0 })
    expect(refusal(await apart('records', ...change))).toContain('olga')
    expect(await refused('enterprises', 'get', id, ...as('sam'))).toMatch(/^Your role may not do this/)
    expect(await refused('enterprises', 'list', ...as('nobody'))).toMatch(/has no account with the login "nobody"/)
    const listed = await luodi('records', 'enterprises', 'list', '--where', 'scale=small', '--json', ...as('olga'))
    expect(JSON.parse(listed.stdout)).toMatchObject({ rows: [{ id, version: 2, aboveScale: true, sample: false }] })
    const csv = join(dataFolder, 'firms.csv')
    await writeFile(csv, '企业名称,状态\n表里的企业,在产\n坏行,开业\n')
    const dry = await luodi('records', 'enterprises', 'import', csv, '--dry', ...as('olga'))
    expect(dry.stdout).toBe('compared\tnew 1\tbad 1\n')
    const taken = await luodi('records', 'enterprises', 'import', csv, ...as('olga'))
    expect(taken.stdout).toBe('done\tbad 1\tcreated 1\n')
    expect(taken.stderr).toMatch(/^3: status: "开业" is none of the choices/)
    expect((await luodi('records', 'enterprises', 'import', csv, ...as('olga'))).stderr).toMatch(/nothing was done/)
    await writeFile(csv, `企业名称,状态\n${Array.from({ length: 5_001 }, (_, i) => `大批${i},在产\n`).join('')}`)
    expect((await luodi('records', 'enterprises', 'import', csv, ...as('olga'))).stdout).toBe('done\tcreated 5001\n')
    const told = (await luodi('records', 'enterprises', 'history', id, ...as('olga'))).stdout.trim().split('\n')
    expect(told).toHaveLength(2)
    expect(told[0]).toMatch(/\tolga \(cli:[^)]+\)\tupdate\tscale=small$/)
  })
})

async function changePassword(login: string, current: string): Promise<void> {
  expect(current).toMatch(/^[\w-]{22}$/)
  const address = /http:\/\/\S+/.exec(programs[0]?.stdout() ?? '')?.[0]
  const headers = { 'content-type': 'application/json' }
  const send = (path: string, body: unknown, more = {}) =>
    fetch(`${address}/api/session${path}`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    })
  const signedIn = await send('', { login, password: current })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const changed = await send('/password', { current, next: 'a-secret-of-her-own-2' }, { cookie })
  expect(changed.status).toBe(200)
}
