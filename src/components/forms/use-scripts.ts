import { useSyncExternalStore } from 'react'

/** Whether the page is hydrated: false on the server and during the first render. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
