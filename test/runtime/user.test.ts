import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installInto } from './installed.ts'
import { cleanUp, openFolder, type Program, ready, runLuodi, startServer } from './program.ts'
import { within } from './within.ts'

let dataFolder = ''
const programs: Program[] = []
let running: Promise<string> | undefined

beforeAll(async () => {
  dataFolder = await openFolder()
  await installInto(dataFolder)
})

afterAll(async () => {
  for (const { child } of programs.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await cleanUp(dataFolder)
})

function started(program: Program): Program {
  programs.push(program)
  return program
}

/** The address of one server for all that is asked beside one, started for who asks first. */
function served(): Promise<string> {
  running ??= ready(started(startServer(dataFolder)))
  return running
}

/** As a process of its own. */
async function apart(...args: string[]): Promise<string> {
  const program = started(runLuodi(['user', ...args], { env: { LUODI_DATA: dataFolder } }))
  const code = await program.ended
  if (code !== 0) throw new Error(program.stderr())
  return program.stdout()
}

async function user(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await within(dataFolder, ['user', ...args])
  if (code !== 0) throw new Error(stderr)
  return stdout
}

async function signIn(address: string, login: string, password: string) {
  const body = JSON.stringify({ login, password })
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { status: answer.status, cookie }
}

describe('luodi user', () => {
  test('makes an account without a server, which signs in when there is one; what is refused changes nothing', async () => {
    const password = (
      await apart('create', 'erin', '--name', 'Erin', '--zone', 'linyi', '--roles', 'officer,agent')
    ).trim()
    expect(password).toMatch(/^[\w-]{22}$/)
    await expect(apart('roles', 'erin', '--zone', 'linyi', '--roles', 'admin,audit')).rejects.toThrow(
      /^One account cannot be/,
    )
    expect(await user('list')).toBe('erin\tErin\tlinyi:officer,agent\n')
    expect((await signIn(await served(), 'erin', password)).status).toBe(200)
  })

  test('works beside a running server: who is disabled is out at the next request', async () => {
    const address = await served()
    const password = (await user('create', 'finn')).trim()
    const { cookie } = await signIn(address, 'finn', password)
    const whoAmI = async () => (await fetch(`${address}/api/session`, { headers: { cookie } })).status
    expect(await whoAmI()).toBe(200)
    await user('disable', 'finn')
    expect(await whoAmI()).toBe(401)
    await user('enable', 'finn')
    const renewed = (await user('reset', 'finn')).trim()
    expect((await signIn(address, 'finn', password)).status).toBe(401)
    expect((await signIn(address, 'finn', renewed)).status).toBe(200)
  })

  test('refuses in one sentence beside a running server too: an unknown role, zone or login', async () => {
    await served()
    await user('create', 'gina', '--zone', 'linyi')
    await expect(user('roles', 'gina', '--zone', 'linyi', '--roles', 'king')).rejects.toThrow(/^No such role: king/)
    await expect(user('roles', 'gina', '--zone', 'nowhere')).rejects.toThrow(/^There is no zone "nowhere"/)
    await expect(user('disable', 'nobody')).rejects.toThrow(/^No account has the login "nobody"/)
  })
})
