import { clusterTemplate } from './postgres-server'
import { templatesFolder } from './template'

/** As for the embedded engine: begins to make the server's data, for whoever needs it. */
export default function setup(): () => Promise<unknown> {
  templatesFolder()
  const made = clusterTemplate().catch(() => {})
  return () => made
}
