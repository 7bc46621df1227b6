import { luodi } from './luodi.ts'

// A reader that has seen enough (`luodi plan … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await luodi(process.argv.slice(2))
