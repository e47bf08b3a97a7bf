/** Under what others may use the register's own words and data. */
export type Licence = {
  /** As people write it: CC BY 4.0. */
  name: string
  url: string
  /** Its identifier in the SPDX list; null for terms of one's own. */
  spdx: string | null
}

/** Others that are known by their SPDX identifier alone. */
const others: Record<string, Omit<Licence, 'spdx'>> = {
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'ODC-By-1.0': { name: 'ODC-By 1.0', url: 'https://opendatacommons.org/licenses/by/1-0/' },
  'ODbL-1.0': { name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  'PDDL-1.0': { name: 'PDDL 1.0', url: 'https://opendatacommons.org/licenses/pddl/1-0/' },
}

/** What holds where nothing is set. */
export const usualLicence: Licence = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  spdx: 'CC-BY-4.0',
}

/** The identifiers that a setting may give. */
export const knownLicences = ['CC-BY-4.0', ...Object.keys(others)]

/** Reads a setting: an SPDX identifier of the list above, or a name and then an address; null for neither. */
export function readLicence(text: string): Licence | null {
  if (text === usualLicence.spdx) return usualLicence
  const listed = others[text]
  if (listed) return { ...listed, spdx: text }
  const [, name, url] = /^(\S.*?)\s+(https?:\/\/\S+)$/.exec(text.trim()) ?? []
  return name && url && URL.canParse(url) ? { name, url, spdx: null } : null
}
