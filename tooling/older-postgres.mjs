import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { plainEnvironment, runProgram } from './processes.mjs'

const programs = '/usr/lib/postgresql/15/bin/initdb'
const config = '/etc/postgresql-common/createcluster.conf'

/**
 * Brings the oldest PostgreSQL that the program takes to a machine of CI (root, with apt), so that a short part of the tests runs on it;
 * without it that one test is skipped and says so. Debian's package would make a cluster and start it: it is told not to first, which is
 * why nobody's own machine gets it unasked.
 */
export async function ensureOlderPostgres() {
  if (!process.env.CI || existsSync(programs) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  process.stderr.write('Installing PostgreSQL 15 for the tests …\n')
  const options = { quiet: true, env: { ...plainEnvironment(), DEBIAN_FRONTEND: 'noninteractive' } }
  const install = (name) => runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options)
  await runProgram('apt-get', ['update', '-qq'], options)
  if ((await install('postgresql-common')) !== 0 || !existsSync(config)) return
  writeFileSync(config, withoutCluster(readFileSync(config, 'utf8')))
  await install('postgresql-15')
}

/** @param {string} text */
function withoutCluster(text) {
  const line = 'create_main_cluster = false'
  const set = /^#?\s*create_main_cluster\b.*$/m
  return set.test(text) ? text.replace(set, line) : `${text}\n${line}\n`
}
