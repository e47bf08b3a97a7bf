/** Plain JavaScript, since it runs before packages are installed: what the tests may take from it. */
declare module '*/debian.mjs' {
  export function installDebianPackages(names: string[]): boolean
}
