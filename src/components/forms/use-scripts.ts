import { useSyncExternalStore } from 'react'

/** Whether the page's scripts have come: false on the server, and until React has taken the page over. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
