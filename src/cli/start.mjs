// `npm start` and `npm run dev`: makes ready what is missing or outdated, then serves.
import { spawn } from 'node:child_process'
import { build, builtServer, generate, install, requireNode, root } from './preparation.mjs'

const isDevelopment = process.argv.includes('--dev')

requireNode()
install()
generate()
if (!isDevelopment) build()

const server = spawn(
  process.execPath,
  isDevelopment ? ['--import', 'tsx', 'src/cli/serve.ts', '--dev'] : [builtServer],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: isDevelopment ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  },
)
// The server closes its database on these signals; this process waits for it and passes its exit code on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => server.kill(signal))
}
server.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0)
})
