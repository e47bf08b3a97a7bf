// Plain JavaScript, since it runs before packages are installed: what the tests may take from it.
declare module '*/debian.mjs' {
  export function installDebianPackages(names: string[]): boolean
}
declare module '*/preparation.mjs' {
  export const builtServer: string
  export function build(): void
}
