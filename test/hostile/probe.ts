import { spawn } from 'node:child_process'

/** One place into which sqlmap puts its texts: `*` in the address, or parameters of query or body by name. */
export interface Target {
  readonly name: string
  readonly url: string
  readonly method?: string
  /** JSON. */
  readonly body?: string
  readonly parameters?: readonly string[]
}

export interface Probed {
  readonly injectable: boolean
  readonly seconds: number
  readonly output: string
}

const longestMs = 240_000
const settings = ['--batch', '--dbms=PostgreSQL', '--level=2', '--risk=2', '--technique=BEUST', '--time-sec=2']
/** Refusals are answers: what is looked for is a difference between them. */
const answers = '--ignore-code=400,401,403,404,409,415,422'

/** Runs sqlmap once. Throws when it says neither that it found something nor that there is nothing: then it has not asked. */
export async function probe(target: Target, { cookie, folder }: { cookie: string; folder: string }): Promise<Probed> {
  const { url, method = 'GET', body, parameters } = target
  const began = Date.now()
  const output = await run([
    ...[...settings, answers, '--flush-session', '--disable-coloring', `--output-dir=${folder}/sqlmap`, `--url=${url}`],
    ...[`--method=${method}`, ...(cookie ? [`--cookie=${cookie}`] : [])],
    ...(body === undefined ? [] : [`--data=${body}`, '--headers=Content-Type: application/json']),
    ...(parameters ? ['-p', parameters.join(',')] : []),
  ])
  const injectable = /identified the following injection point/.test(output)
  if (!injectable && !/do not appear to be injectable/.test(output)) throw new Error(`${target.name}\n${output}`)
  return { injectable, seconds: Math.round((Date.now() - began) / 1_000), output: output.slice(-3_000) }
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('sqlmap', args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const end = setTimeout(() => child.kill(), longestMs)
    let output = ''
    const read = (part: Buffer) => {
      output += part.toString('utf8')
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(end)
      resolve(output)
    })
  })
}
